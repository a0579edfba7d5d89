import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const CALLS = { succeeded: 13, failed: 4 }
const TOTAL = CALLS.succeeded + CALLS.failed

let installation: Shared
let browser: Browser
let owner: TestUser
let ada: SignedInPage

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url)
  ada = await openSignedIn(browser, installation, { bypassCSP: true })
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

async function newKey(name: string) {
  const body = { name, scopes: ['users.read' as const] }
  return dataOf(await owner.api.POST('/api/v1/api_keys', { body }))
}

const chart = () => ada.page.getByRole('application')

async function boxOf(of: Locator) {
  const box = await of.boundingBox()
  if (!box) throw new Error('not shown')
  return { ...box, bottom: box.y + box.height, middle: box.y + box.height / 2 }
}

test('a chart without values says so in words', async () => {
  const { id } = await newKey('Unused')
  await ada.open(`/api_keys/${id}`)
  await ada.waitForText('No requests in these 30 days.')
  expect(await chart().count()).toBe(0)
})

test('a chart is true to scale: ticks are at their lines, and the bar is as high as its value', async () => {
  const { id, key_value } = await newKey('Busy')
  const headers = { 'x-api-key': key_value }
  for (let n = 0; n < CALLS.succeeded; n++)
    await installation.call('GET', '/api/v1/users', { headers })
  for (let n = 0; n < CALLS.failed; n++)
    await installation.call('GET', '/api/v1/roles', { headers })
  await ada.open(`/api_keys/${id}?days=7`)
  await ada.waitForText(`${TOTAL} requests, ${CALLS.failed} failed`)

  const lines = await Promise.all((await chart().locator('svg line').all()).map(boxOf))
  const ticks = chart().locator('xpath=preceding-sibling::*').locator('span')
  expect(await ticks.allInnerTexts()).toEqual(['0', '5', '10', '15', '20'])
  for (const [index, tick] of (await Promise.all((await ticks.all()).map(boxOf))).entries()) {
    expect(Math.abs(tick.middle - (lines[index]?.middle ?? 0))).toBeLessThanOrEqual(1)
  }

  const [zero = 0, top = 0] = [lines[0]?.middle, lines.at(-1)?.middle]
  const bars = await Promise.all((await chart().locator('[data-bar]').all()).map(boxOf))
  expect(bars).toHaveLength(2)
  expect(Math.min(...bars.map(({ y }) => y))).toBeGreaterThanOrEqual(top - 1)
  const height = Math.max(...bars.map(({ bottom }) => bottom)) - Math.min(...bars.map(({ y }) => y))
  expect(Math.abs(height - ((zero - top) * TOTAL) / 20)).toBeLessThanOrEqual(1)
})

test('the points are read with the arrow keys', async () => {
  const spoken = chart().locator('xpath=..').getByRole('status')
  await chart().focus()
  await ada.page.keyboard.press('End')
  await spoken.getByText(/Failed 4, Succeeded 13, Total 17$/).waitFor()
  await ada.page.keyboard.press('ArrowLeft')
  await spoken.getByText(/Failed 0, Succeeded 0, Total 0$/).waitFor()
  await ada.page.keyboard.press('Escape')
  expect(await spoken.innerText()).toBe('')
  expect(await pageProblems(ada.page)).toEqual([])
})

test('the same numbers are shown as a table', async () => {
  await ada.button('Show table').click()
  const table = ada.page.getByRole('table', { name: 'Requests by day (UTC)' })
  await table.waitFor()
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
    'Time',
    'Succeeded',
    'Failed',
  ])
  expect(await table.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual(['13', '4'])
  expect(await table.getByRole('row').count()).toBe(8)
  expect(await pageProblems(ada.page)).toEqual([])
  await ada.button('Show chart').click()
  await chart().waitFor()
})

test('the exact time is reached by keyboard, by touch and, in lists, from the column menu', async () => {
  const exact = ada.page.getByRole('tooltip').filter({ hasText: /^\d{4}-\d\d-\d\d .* UTC/ })
  await ada.page.locator('dd time').first().focus()
  await exact.waitFor()
  await ada.page.keyboard.press('Escape')
  await exact.waitFor({ state: 'hidden' })

  await ada.open('/api_keys')
  const listed = ada.page.getByRole('row').locator('time').first()
  expect(await listed.getAttribute('tabindex')).toBeNull()
  await ada.button('Choose columns').click()
  await ada.page.getByRole('menuitemcheckbox', { name: 'Exact times' }).click()
  await listed.filter({ hasText: / UTC/ }).waitFor()

  const phone = await openSignedIn(browser, installation, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await phone.signIn(owner.email)
  await phone.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await phone.open('/api_keys')
  await phone.page.locator('li time').first().tap()
  await phone.page.getByRole('tooltip').getByText(/ UTC/).waitFor()
  // The tap did not open the row.
  expect(new URL(phone.page.url()).pathname).toBe('/api_keys')
  expect(ada.problems).toEqual([])
})
