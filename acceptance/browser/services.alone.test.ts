import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { register } from '../people.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const TOKEN = 's3cr3t-bearer'

let installation: Installation
let browser: Browser
let operator: SignedInPage
let shop: Server
let port: number
const asked: (string | undefined)[] = []

// One service from its first check to its end: each test goes on where the one before it left off.
beforeAll(async () => {
  installation = await startInstallation()
  await openShop(0)
  browser = await startBrowser()
  operator = await openSignedIn(browser, installation)
  await operator.signIn(installation.admin.email)
  await operator.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
  await closeShop()
})

/** Somebody else's service, on loopback. */
async function openShop(at: number) {
  shop = createServer((request, reply) => {
    asked.push(request.headers.authorization)
    reply.end('all is well')
  })
  shop.listen(at, '127.0.0.1')
  await new Promise((listening) => shop.once('listening', listening))
  port = (shop.address() as AddressInfo).port
}

async function closeShop() {
  shop.closeAllConnections()
  await new Promise((closed) => shop.close(closed))
}

const section = (name: string) => operator.page.getByRole('region', { name, exact: true })
/** The pill beside the name, which moves by itself. */
const pill = (state: string) =>
  operator.page.getByRole('article').getByText(state, { exact: true }).first().waitFor()

test('the parts of a new installation are watched from the start', async () => {
  await operator.navigate('Services')
  await operator.heading('Services').waitFor()
  for (const part of ['Database', 'Disk', 'Job queue', 'Mail', 'Workers']) {
    const row = operator.page.getByRole('row').filter({ hasText: part })
    await row.getByText('Up', { exact: true }).waitFor()
  }
})

test('a service is added in a drawer and checked at once, without a reload', async () => {
  const { dialog } = operator
  await operator.button('Add service').click()
  await dialog.getByLabel('Name', { exact: true }).fill('Shop')
  await dialog.getByLabel('URL').fill(`http://127.0.0.1:${port}/health`)
  await dialog.getByLabel('Failures in a row').fill('1')
  await dialog.getByRole('button', { name: 'Add service' }).click()
  await dialog.getByText('URL must not lead to a private address.').waitFor()
  await dialog.getByLabel('Where it is').selectOption('Inside our own network')
  await dialog.getByLabel('Expected text').fill('is well')
  await dialog.getByLabel('Bearer token', { exact: true }).fill(TOKEN)
  await dialog.getByRole('button', { name: 'Add service' }).click()

  await operator.heading('Shop').waitFor()
  await pill('Up')
  await section('Checks').getByText('200').waitFor()
  await operator.waitForText('It has not been down.')
  expect(asked).toEqual([`Bearer ${TOKEN}`])
})

test('when it stops, the page says so, an incident begins and the bell rings', async () => {
  await closeShop()
  await operator.button('Check now').click()
  await pill('Down')
  await section('Incidents').getByText('The connection was refused').waitFor()
  await operator.button('Notifications, 1 unread').click()
  await operator.dialog.getByText('Shop is down').waitFor()
  await operator.page.keyboard.press('Escape')
})

test('when it is back, its incident is over and the bell rings again', async () => {
  await openShop(port)
  await operator.button('Check now').click()
  await pill('Up')
  await section('Incidents').getByText('Resolved').waitFor()
  await operator.button('Notifications, 2 unread').click()
  await operator.dialog.getByText('Shop works again').waitFor()
  await operator.page.keyboard.press('Escape')
  await section('Uptime').getByRole('img').waitFor()
  await operator.page.getByRole('figure', { name: 'Answer times' }).waitFor()
})

test('the checks that failed can be singled out', async () => {
  const checks = section('Checks')
  await checks.getByRole('button', { name: 'Result' }).click()
  await operator.page.getByRole('menuitemradio', { name: 'Failed' }).click()
  await operator.page.waitForURL(/ok=false/)
  await expect.poll(() => checks.getByText('200').count()).toBe(0)
  await checks.getByText('The connection was refused').first().waitFor()
  await checks.getByRole('button', { name: 'Clear all' }).click()
})

test('paused, it is not checked; resumed, it is', async () => {
  await operator.choose('Actions for Shop', 'Pause')
  await pill('Paused')
  expect(await operator.button('Check now').isDisabled()).toBe(true)
  await operator.choose('Actions for Shop', 'Resume')
  await pill('Up')
})

test('strangers see of it what they may, once the status page is switched on', async () => {
  const { dialog } = operator
  const stranger = await openSignedIn(browser, installation)
  await stranger.open('/status')
  await stranger.heading('Page not found').waitFor()

  await operator.button('Edit').click()
  await dialog.getByLabel('Show it on the public status page').check()
  await dialog.getByLabel('Name there').fill('Our shop')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await operator.waitForText('Shown as Our shop')
  await operator.navigate('Server settings')
  await operator.field('Public status page').check()
  await operator.button('Save changes').first().click()
  await operator.waitForText('Saved. Every server follows within a second.')

  await stranger.open('/status')
  await stranger.waitForText('Everything works')
  const services = stranger.page.getByRole('list', { name: 'Services' })
  expect(await services.getByRole('listitem').count()).toBe(1)
  await services.getByText('Our shop').waitFor()
  await stranger.page.getByRole('region', { name: 'Incidents' }).getByText('Resolved').waitFor()
  const shown = await stranger.page.content()
  for (const secret of ['127.0.0.1', 'refused', 'Database', TOKEN]) {
    expect(shown).not.toContain(secret)
  }
  expect(stranger.problems).toEqual([])
  await stranger.page.context().close()
})

test('its token is kept when something else changes, and nowhere on the page', async () => {
  const { dialog, page } = operator
  await page.goto(`${installation.url}/admin/services?search=Shop`)
  await operator.choose('Actions for Shop', 'Edit')
  await dialog.getByLabel('Description').fill('Sells things')
  expect(await dialog.getByLabel('Bearer token', { exact: true }).inputValue()).toBe('')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'hidden' })
  asked.length = 0
  await operator.choose('Actions for Shop', 'Check now')
  await operator.waitForText('Shop is being checked.')
  await expect.poll(() => asked).toEqual([`Bearer ${TOKEN}`])
  expect(await page.content()).not.toContain(TOKEN)
})

test('it is deleted once its name is typed', async () => {
  const { page, dialog } = operator
  await operator.choose('Actions for Shop', 'Delete')
  await dialog.getByLabel(/to confirm/).fill('Shop')
  await dialog.getByRole('button', { name: 'Delete service' }).click()
  await page.getByRole('link', { name: 'Shop' }).waitFor({ state: 'detached' })
})

test('who does not run the platform sees no services', async () => {
  const owner = await register(installation.url)
  const other = await openSignedIn(browser, installation)
  await other.signIn(owner.email)
  await other.waitForShell()
  expect(await other.navigationEntries()).not.toContain('Services')
  await other.open('/admin/services')
  await other.waitForText('admin.services.read')
  expect(other.problems).toEqual([])
  await other.page.context().close()
})

test('nothing went wrong in front of the operator', () => {
  expect(operator.problems).toEqual([])
})
