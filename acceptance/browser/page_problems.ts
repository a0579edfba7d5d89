import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is wrong with the page as it stands: accessibility, its heading, anything wider than the window. */
export async function pageProblems(page: Page): Promise<string[]> {
  return [
    ...(await violations(page, axe(page).withTags(WCAG_2_2_AA))),
    ...(await layoutProblems(page)),
  ]
}

/** Another number of first headings than one, and anything wider than the window. */
export async function layoutProblems(page: Page): Promise<string[]> {
  const path = new URL(page.url()).pathname
  const [wide, window, headings] = await page.evaluate<[number, number, number]>(
    `[document.documentElement.scrollWidth, document.documentElement.clientWidth,
      document.querySelectorAll('h1').length]`,
  )
  return [
    ...(wide > window ? [`${path}: ${wide} px wide in a window of ${window}`] : []),
    ...(headings === 1 ? [] : [`${path}: ${headings} headings of the first level`]),
  ]
}

/** What cannot be read for want of contrast: all that another colour scheme can break. */
export function contrastProblems(page: Page): Promise<string[]> {
  return violations(page, axe(page).withRules('color-contrast'))
}

/** Looks only for what fails, and in place: otherwise axe opens a page of its own each time, for frames that we have none of. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

async function violations(page: Page, look: AxeBuilder): Promise<string[]> {
  const path = new URL(page.url()).pathname
  return (await look.analyze()).violations.map(
    ({ id, help, nodes }) => `${path}: ${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`,
  )
}
