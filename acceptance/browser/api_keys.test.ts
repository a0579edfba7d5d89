import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { register } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let ada: SignedInPage
let key: string
let newer: string

// The life of one key. The tests build on each other.
beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  const owner = await register(installation.url)
  ada = await openSignedIn(browser, installation, { bypassCSP: true })
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

const callWith = (value: string, path = '/api/v1/users') =>
  installation.call('GET', path, { headers: { 'x-api-key': value } })

const shownKey = () => ada.dialog.getByRole('status', { name: 'API key' }).innerText()

async function confirmSaved() {
  expect(await ada.dialog.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true)
  await ada.dialog.getByLabel('I saved it').check()
  await ada.dialog.getByRole('button', { name: 'Done' }).click()
  await ada.dialog.waitFor({ state: 'hidden' })
}

test('a key is created on one page, and the first invalid field gets the focus', async () => {
  const { page, button } = ada
  const focused = () => page.locator(':focus').getAttribute('data-path')
  await ada.navigate('API keys')
  await page.getByRole('link', { name: 'Create key' }).first().click()
  await ada.heading('Create key').waitFor()
  await button('Create key').click()
  await ada.waitForText('Enter a name.')
  await ada.waitForText('Select at least one scope.')
  expect(await focused()).toBe('name')
  await ada.field('Name').fill('Nightly export')
  await ada.waitForText('The key starts with pk_live_')
  await page.getByText('Test', { exact: true }).click()
  await ada.waitForText('The key starts with pk_test_')
  await page.getByText('Live', { exact: true }).click()
  await ada.field('Search scopes').fill('users of the account')
  await page.getByRole('checkbox', { name: 'users.read' }).check()
  await ada.field('Allowed IP addresses').fill('127.0.0.1, ::1, here')
  await button('Create key').click()
  await ada.waitForText('contains here, which is not an IP address or network')
  await expect.poll(focused).toBe('allowed_ips')
  await ada.field('Allowed IP addresses').fill('127.0.0.1\n::1')
  await button('Create key').click()
  key = await shownKey()
  expect(key).toMatch(/^pk_live_[\w-]{49}$/)
  expect(await pageProblems(page)).toEqual([])
})

test('a key is shown only once', async () => {
  await confirmSaved()
  await ada.heading('Nightly export').waitFor()
  for (const path of [ada.page.url(), '/api_keys', '/audit_logs']) {
    await ada.open(path)
    await ada.page.locator('main h1').waitFor()
    await ada.page.waitForLoadState('networkidle')
    expect(await ada.page.content()).not.toContain(key.slice(0, 24))
  }
})

test('a key allows only its scopes, and its page shows the usage live', async () => {
  await ada.navigate('API keys')
  await ada.page.getByRole('link', { name: 'Nightly export' }).click()
  await ada.waitForText('0 requests, 0 failed')
  expect((await callWith(key)).status).toBe(200)
  const refused = await callWith(key, '/api/v1/roles')
  expect([refused.status, refused.body.code]).toEqual([403, 'scope_insufficient'])
  await ada.waitForText('2 requests, 1 failed')
  const routes = ada.page.getByRole('list', { name: 'Requests by route' })
  expect(await routes.getByRole('listitem').allInnerTexts()).toHaveLength(2)
})

test('a regenerated key keeps its previous secret valid during the overlap', async () => {
  await ada.choose('Actions for Nightly export', 'Regenerate')
  await ada.dialog.getByLabel('Expires in 1 hour').check()
  await ada.dialog.getByRole('button', { name: 'Regenerate key' }).click()
  await ada.dialog.getByLabel('I saved it').waitFor()
  newer = await shownKey()
  await confirmSaved()
  expect(newer).not.toBe(key)
  expect((await callWith(key)).status).toBe(200)
  expect((await callWith(newer)).status).toBe(200)
  await ada.waitForText('The previous key still works')
})

test('a revoked key is rejected within a second and keeps its activity', async () => {
  await ada.choose('Actions for Nightly export', 'Revoke')
  await ada.dialog.getByRole('button', { name: 'Revoke key' }).click()
  await ada.waitForText('Nightly export was revoked.')
  await sleep(1000)
  for (const value of [key, newer]) {
    const response = await callWith(value)
    expect([response.status, response.body.code]).toEqual([401, 'api_key_revoked'])
  }
  await ada.openTab('Activity')
  await ada.waitForText('revoked this API key')
  await ada.waitForText('regenerated this API key')
})

test('a deleted key is removed from the list', async () => {
  await ada.choose('Actions for Nightly export', 'Delete')
  await ada.dialog.getByRole('textbox').fill('Nightly export')
  await ada.dialog.getByRole('button', { name: 'Delete key' }).click()
  await ada.waitForText('No API keys yet.')
  expect((await callWith(newer)).body.code).toBe('invalid_api_key')
})

test('no page reported a problem', () => {
  expect(ada.problems).toEqual([])
})
