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
const authorizations: (string | undefined)[] = []

// The life of one service. The tests build on each other.
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

/** A monitored service on loopback. */
async function openShop(at: number) {
  shop = createServer((request, reply) => {
    authorizations.push(request.headers.authorization)
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
/** Waits for the status next to the name, which updates live. */
const pill = (state: string) =>
  operator.page.getByRole('article').getByText(state, { exact: true }).first().waitFor()

test('the components of a new installation are monitored from the start', async () => {
  await operator.navigate('Services')
  await operator.heading('Services').waitFor()
  for (const part of ['Database', 'Disk', 'Job queue', 'Email', 'Workers']) {
    const row = operator.page.getByRole('row').filter({ hasText: part })
    await row.getByText('Up', { exact: true }).waitFor()
  }
})

test('a service is added and checked immediately, without a reload', async () => {
  const { dialog } = operator
  await operator.button('Add service').click()
  await dialog.getByLabel('Name', { exact: true }).fill('Shop')
  await dialog.getByLabel('URL').fill(`http://127.0.0.1:${port}/health`)
  await dialog.getByLabel('Consecutive failures').fill('1')
  await dialog.getByRole('button', { name: 'Add service' }).click()
  await dialog.getByText('URL must not point to a private address.').waitFor()
  await dialog.getByLabel('Network').selectOption('Internal network')
  await dialog.getByLabel('Expected text').fill('is well')
  await dialog.getByLabel('Bearer token', { exact: true }).fill(TOKEN)
  await dialog.getByRole('button', { name: 'Add service' }).click()

  await operator.heading('Shop').waitFor()
  await pill('Up')
  await section('Checks').getByText('200').waitFor()
  await operator.openTab('Incidents')
  await operator.waitForText('No incidents.')
  expect(authorizations).toEqual([`Bearer ${TOKEN}`])
})

test('a service that stops is shown as down, with an incident and a notification', async () => {
  await closeShop()
  await operator.button('Check now').click()
  await pill('Down')
  await section('Incidents').getByText('The connection was refused').waitFor()
  await operator.button('Notifications, 1 unread').click()
  await operator.dialog.getByText('Shop is down').waitFor()
  await operator.page.keyboard.press('Escape')
})

test('a service that recovers has a resolved incident and a notification', async () => {
  await openShop(port)
  await operator.button('Check now').click()
  await pill('Up')
  await section('Incidents').getByText('Resolved').waitFor()
  await operator.button('Notifications, 2 unread').click()
  await operator.dialog.getByText('Shop works again').waitFor()
  await operator.page.keyboard.press('Escape')
  await section('Uptime').getByRole('img').waitFor()
  await operator.openTab('Response times')
  await operator.page.getByRole('figure', { name: 'Response times' }).waitFor()
})

test('the checks can be filtered by result', async () => {
  await operator.openTab('Checks')
  const checks = section('Checks')
  await checks.getByRole('button', { name: 'Result' }).click()
  await operator.page.getByRole('menuitemradio', { name: 'Failed' }).click()
  await operator.page.waitForURL(/ok=false/)
  await expect.poll(() => checks.getByText('200').count()).toBe(0)
  await checks.getByText('The connection was refused').first().waitFor()
  await checks.getByRole('button', { name: 'Clear all' }).click()
})

test('a paused service is not checked until it is resumed', async () => {
  await operator.choose('Actions for Shop', 'Pause')
  await pill('Paused')
  expect(await operator.button('Check now').isDisabled()).toBe(true)
  await operator.choose('Actions for Shop', 'Resume')
  await pill('Up')
})

test('the public status page shows only public data, once enabled', async () => {
  const { dialog } = operator
  const visitor = await openSignedIn(browser, installation)
  await visitor.open('/status')
  await visitor.heading('Page not found').waitFor()

  await operator.button('Edit').click()
  await dialog.getByLabel('Show on the public status page').check()
  await dialog.getByLabel('Public name').fill('Our shop')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await operator.waitForText('Shown as Our shop')
  await operator.navigate('Server settings')
  await operator.field('Public status page').check()
  await operator.button('Save changes').first().click()
  await operator.waitForText('Settings saved. They take effect within a second.')

  await visitor.open('/status')
  await visitor.waitForText('All systems operational')
  const services = visitor.page.getByRole('list', { name: 'Services' })
  expect(await services.getByRole('listitem').count()).toBe(1)
  await services.getByText('Our shop').waitFor()
  await visitor.page.getByRole('region', { name: 'Incidents' }).getByText('Resolved').waitFor()
  const shown = await visitor.page.content()
  for (const secret of ['127.0.0.1', 'refused', 'Database', TOKEN]) {
    expect(shown).not.toContain(secret)
  }
  expect(visitor.problems).toEqual([])
  await visitor.page.context().close()
})

test('the stored token is kept on other changes and never shown', async () => {
  const { dialog, page } = operator
  await page.goto(`${installation.url}/admin/services?search=Shop`)
  await operator.choose('Actions for Shop', 'Edit')
  await dialog.getByLabel('Description').fill('Sells things')
  expect(await dialog.getByLabel('Bearer token', { exact: true }).inputValue()).toBe('')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'hidden' })
  authorizations.length = 0
  await operator.choose('Actions for Shop', 'Check now')
  await operator.waitForText('A check of Shop was started.')
  await expect.poll(() => authorizations).toEqual([`Bearer ${TOKEN}`])
  expect(await page.content()).not.toContain(TOKEN)
})

test('a service is deleted after its name is typed', async () => {
  const { page, dialog } = operator
  await operator.choose('Actions for Shop', 'Delete')
  await dialog.getByLabel(/to confirm/).fill('Shop')
  await dialog.getByRole('button', { name: 'Delete service' }).click()
  await page.getByRole('link', { name: 'Shop' }).waitFor({ state: 'detached' })
})

test('a user who is not an administrator cannot open the services', async () => {
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

test('no page reported a problem', () => {
  expect(operator.problems).toEqual([])
})
