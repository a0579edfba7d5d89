import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is wrong with the page as it stands: accessibility, its heading, anything wider than the window. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze()
  const path = new URL(page.url()).pathname
  const axe = violations.map(
    ({ id, help, nodes }) => `${path}: ${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`,
  )
  const [wide, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  const headings = await page.locator('h1').count()
  return [
    ...axe,
    ...(wide > window ? [`${path}: ${wide} px wide in a window of ${window}`] : []),
    ...(headings === 1 ? [] : [`${path}: ${headings} headings of the first level`]),
  ]
}
