import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { register } from '../people.ts'
import { until } from '../until.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let browser: Browser
let seat: SignedInPage

beforeAll(async () => {
  const house = await sharedInstallation()
  browser = await startBrowser()
  seat = await openSignedIn(browser, house)
  await seat.signIn((await register(house.url)).email)
  await seat.isIn()
})
afterAll(async () => {
  await browser?.close()
})

const hasFocus = (element: Locator) =>
  element.evaluate((one) => one === one.ownerDocument.activeElement)
const getsFocus = (element: Locator, what: string) =>
  until(() => hasFocus(element), `${what} has the focus`)

/** Opens with a key, closes with Escape, and expects the focus where it was. */
async function thereAndBack(opener: Locator, key = 'Enter') {
  await opener.focus()
  await seat.page.keyboard.press(key)
  await seat.dialog.waitFor()
  await until(
    () => seat.dialog.evaluate((one) => one.contains(one.ownerDocument.activeElement)),
    'the dialog has the focus',
  )
  await seat.page.keyboard.press('Escape')
  await seat.dialog.waitFor({ state: 'hidden' })
  await getsFocus(opener, 'what opened it')
}

test('the focus returns to what opened a drawer, a dialog, the palette or the list of keys', async () => {
  const { button, follow, page } = seat
  await follow('Invitations')
  await thereAndBack(button('Invite').first())
  await thereAndBack(button('Invite').first(), 'ControlOrMeta+k')
  await thereAndBack(button('Invite').first(), '?')

  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'Security', exact: true }).click()
  await thereAndBack(button('Turn on'))
})

test('where the opener leads elsewhere, the heading of the new page has the focus', async () => {
  await seat.button('Turn on').focus()
  await seat.page.keyboard.press('ControlOrMeta+k')
  await seat.field('Search pages, people and actions').fill('Audit log')
  await seat.page.keyboard.press('Enter')
  await seat.heading('Audit log').waitFor()
  await getsFocus(seat.heading('Audit log'), 'the heading')
  expect(seat.problems).toEqual([])
})
