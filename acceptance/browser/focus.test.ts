import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { register } from '../people.ts'
import { until } from '../until.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let browser: Browser
let user: SignedInPage

beforeAll(async () => {
  const installation = await sharedInstallation()
  browser = await startBrowser()
  user = await openSignedIn(browser, installation)
  await user.signIn((await register(installation.url)).email)
  await user.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

const hasFocus = (element: Locator) =>
  element.evaluate((one) => one === one.ownerDocument.activeElement)
const expectFocus = (element: Locator, description: string) =>
  until(() => hasFocus(element), `${description} has the focus`)

/** Opens a dialog with a key, closes it with Escape, and expects the focus back on the opener. */
async function expectFocusRestored(opener: Locator, key = 'Enter') {
  await opener.focus()
  await user.page.keyboard.press(key)
  await user.dialog.waitFor()
  await until(
    () => user.dialog.evaluate((one) => one.contains(one.ownerDocument.activeElement)),
    'the dialog has the focus',
  )
  await user.page.keyboard.press('Escape')
  await user.dialog.waitFor({ state: 'hidden' })
  await expectFocus(opener, 'the opener')
}

test('the focus returns to the opener of a drawer, a dialog, the palette or the shortcut list', async () => {
  const { button, navigate, page } = user
  await navigate('Invitations')
  await expectFocusRestored(button('Invite user').first())
  await expectFocusRestored(button('Invite user').first(), 'ControlOrMeta+k')
  await expectFocusRestored(button('Invite user').first(), '?')

  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'Security', exact: true }).click()
  await expectFocusRestored(button('Turn on'))
})

test('the heading of the new page has the focus after a navigation', async () => {
  await user.button('Turn on').focus()
  await user.page.keyboard.press('ControlOrMeta+k')
  await user.field('Search pages, records and actions').fill('Audit log')
  await user.page.keyboard.press('Enter')
  await user.heading('Audit log').waitFor()
  await expectFocus(user.heading('Audit log'), 'the heading')
})

test('the focus returns to the opener of a menu, a filter or a drawer that a row menu opened', async () => {
  const { button, navigate, page } = user
  await navigate('Users')
  const menu = button('Actions for Ada Lovelace')
  await menu.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem').first().waitFor()
  await page.keyboard.press('Escape')
  await expectFocus(menu, 'the row menu')

  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Edit' }).press('Enter')
  await user.dialog.waitFor()
  await page.keyboard.press('Escape')
  await user.dialog.waitFor({ state: 'hidden' })
  await expectFocus(menu, 'the row menu')

  const status = button('Status').first()
  await status.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Active', exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await expectFocus(status, 'the filter')
})

test('unsaved changes are kept until discarding is confirmed', async () => {
  const { button, dialog, field, page } = user
  await button('Add user').first().click()
  const name = field('Name')
  await name.fill('Grace Hopper')
  await page.keyboard.press('Escape')
  await button('Keep editing').click()
  await expectFocus(name, 'the field')
  expect(await name.inputValue()).toBe('Grace Hopper')

  await button('Cancel').click()
  await button('Discard changes').click()
  await dialog.waitFor({ state: 'hidden' })
})

test('Enter in a list of roles opens or selects, and does not submit the form', async () => {
  const { button, dialog, field, page } = user
  const posted: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(request.url())
  })
  await button('Add user').first().click()
  await field('Name').fill('Grace Hopper')
  await dialog.getByRole('combobox', { name: 'Roles' }).focus()
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await dialog.locator('.mantine-Pill-root').nth(1).waitFor() // Member is preselected
  await page.keyboard.press('Enter')
  await button('Cancel').click()
  await button('Discard changes').click()
  await dialog.waitFor({ state: 'hidden' })
  expect(posted).toEqual([])
})

test('the first Tab of a loaded page reaches the link to the content, wherever the current entry is', async () => {
  const { heading, page } = user
  await page.setViewportSize({ width: 1440, height: 400 })
  await user.open('/settings/account')
  await heading('Account settings').waitFor()
  const list = page.getByRole('link', { name: 'Account settings' }).locator('xpath=../..')
  await until(() => list.evaluate((one) => one.scrollTop > 0), 'the navigation was scrolled')
  await page.keyboard.press('Tab')
  await expectFocus(page.getByRole('link', { name: 'Skip to content' }), 'the skip link')
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('on a phone, the open menu keeps the focus, and Escape returns it to its button', async () => {
  const { button, page } = user
  await page.setViewportSize({ width: 390, height: 844 })
  const menu = page.locator('nav[aria-label="Main"]')
  const inMenu = () => menu.evaluate((one) => one.contains(one.ownerDocument.activeElement))
  await button('Menu').press('Enter')
  await expectFocus(button('Close menu'), 'the button that closes the menu')
  // The first stop, the name of the installation, is before the button.
  const stops = await menu.locator('a, button').count()
  for (let stop = 1; stop < stops; stop++) {
    expect(await inMenu()).toBe(true)
    await page.keyboard.press('Tab')
  }
  expect(
    await page.locator('main').evaluate((one) => one.contains(one.ownerDocument.activeElement)),
  ).toBe(false)
  await button('Close menu').focus()
  await page.keyboard.press('Escape')
  await expectFocus(button('Menu'), 'the button of the menu')
  await page.keyboard.press('Tab')
  expect(await inMenu()).toBe(false)

  await button('Menu').click()
  await user.navigate('Users')
  await user.heading('Users').waitFor()
  await expectFocus(button('Menu'), 'the button of the menu')
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('no page reported a problem', () => {
  expect(user.problems).toEqual([])
})
