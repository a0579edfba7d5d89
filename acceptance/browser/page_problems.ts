import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Problems of the current page: accessibility, headings, horizontal overflow. */
export async function pageProblems(page: Page): Promise<string[]> {
  return [
    ...(await violations(page, axe(page).withTags(WCAG_2_2_AA))),
    ...(await layoutProblems(page)),
  ]
}

/** Reports horizontal overflow, and a number of `h1` headings other than one. */
export async function layoutProblems(page: Page): Promise<string[]> {
  const path = new URL(page.url()).pathname
  const [wide, window, headings] = await page.evaluate<[number, number, number]>(
    `[document.documentElement.scrollWidth, document.documentElement.clientWidth,
      document.querySelectorAll('h1').length]`,
  )
  return [
    ...(wide > window ? [`${path}: ${wide} px wide in a window of ${window}`] : []),
    ...(headings === 1 ? [] : [`${path}: ${headings} h1 headings`]),
  ]
}

/** Text with too little contrast, the only problem that another colour scheme can cause. */
export function contrastProblems(page: Page): Promise<string[]> {
  return violations(page, axe(page).withRules('color-contrast'))
}

/** Reports violations only. Legacy mode, because otherwise axe opens a page per run for frames, which the app does not use. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

async function violations(page: Page, builder: AxeBuilder): Promise<string[]> {
  const path = new URL(page.url()).pathname
  return (await builder.analyze()).violations.map(
    ({ id, help, nodes }) => `${path}: ${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`,
  )
}
