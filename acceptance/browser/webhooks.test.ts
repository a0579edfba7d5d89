import type { Browser } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { createColleague, register, type TestUser } from '../people.ts'
import { type Received, type Receiver, startReceiver } from '../receiver.ts'
import { until } from '../until.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let receiver: Receiver
let response = { status: 200, body: 'thanks' }
let owner: TestUser
let ada: SignedInPage

// The life of one webhook. The tests build on each other.
let path: string
let secret: string
let newSecret: string

beforeAll(async () => {
  installation = await sharedInstallation()
  receiver = await startReceiver((reply) => reply.writeHead(response.status).end(response.body))
  browser = await startBrowser()
  owner = await register(installation.url)
  ada = await openSignedIn(browser, installation)
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await receiver?.stop()
})

const rename = async (name: string) =>
  dataOf(await owner.api.PATCH('/api/v1/accounts/current', { body: { name } }))

/** Verifies a delivery with this secret and returns its payload. Throws if the signature is invalid. */
function verify({ headers, body }: Received, signingSecret: string) {
  return new Webhook(signingSecret).verify(body, headers) as {
    type: string
    account_id: string
    data: Record<string, unknown>
  }
}

async function shownSecret(): Promise<string> {
  const { dialog } = ada
  const text = await dialog.getByLabel('Signing secret').innerText()
  await dialog.getByLabel('I saved it').check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'hidden' })
  return text
}

async function sendTest(outcome: string) {
  const { dialog } = ada
  await ada.button('Send test event').click()
  await dialog.getByRole('button', { name: 'Send test event' }).click()
  await dialog.getByRole('status').getByText(outcome).waitFor()
}

test('a webhook is added, and its secret is shown once', async () => {
  const { page, dialog } = ada
  await ada.navigate('Webhooks')
  await ada.waitForText('Webhooks send signed events to your systems')
  await ada.button('Add webhook').first().click()
  await dialog.getByLabel('URL').fill('ftp://127.0.0.1/hooks')
  await dialog.getByRole('button', { name: 'Add webhook' }).click()
  await dialog.getByText('Select at least one event, or all events.').waitFor()

  await dialog.getByLabel('Search events').fill('account')
  await dialog.getByRole('button', { name: 'Example of account.updated' }).click()
  const example = dialog.getByRole('region', { name: 'Example of account.updated' })
  expect(JSON.parse(await example.innerText())).toMatchObject({
    type: 'account.updated',
    account_id: owner.accountId,
    data: { changes: ['name'] },
  })
  await dialog.getByRole('checkbox', { name: 'account.updated' }).check()
  await dialog.getByRole('button', { name: 'Add webhook' }).click()
  await dialog.getByText('URL must start with https://').waitFor()

  await dialog.getByLabel('URL').fill(receiver.url)
  await dialog.getByRole('button', { name: 'Advanced' }).click()
  await dialog.getByLabel('Retries').fill('0')
  await dialog.getByRole('button', { name: 'Add webhook' }).click()
  secret = await shownSecret()
  expect(secret).toMatch(/^whsec_/)

  await ada.heading(receiver.url).waitFor()
  path = new URL(page.url()).pathname
  await page.reload()
  await ada.heading(receiver.url).waitFor()
  expect(await page.getByText(secret).count()).toBe(0)
})

test('the audit log lists only the changed fields of an edited webhook', async () => {
  const { dialog } = ada
  await ada.button('Edit').click()
  await dialog.getByLabel('Description').fill('Orders')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await ada.page.getByRole('definition').filter({ hasText: 'Orders' }).waitFor()
  await ada.openTab('Activity')
  await ada.page
    .getByRole('region', { name: 'Activity' })
    .getByText('changed this webhook')
    .waitFor()
  const query = { action: 'webhook.updated' }
  const [entry] = dataOf(await owner.api.GET('/api/v1/audit_logs', { params: { query } }))
  expect(entry?.new_values).toEqual({ description: 'Orders' })
})

test('a test delivery is verified by the Standard Webhooks library', async () => {
  await sendTest('Test event delivered')
  await ada.dialog.getByRole('status').getByText('HTTP 200').waitFor()
  await ada.dialog.getByRole('status').getByText('thanks').waitFor()
  await ada.dialog.getByRole('button', { name: 'Close' }).first().click()
  const [delivery] = receiver.received
  if (!delivery) throw new Error('nothing arrived')
  expect(verify(delivery, secret)).toMatchObject({
    type: 'test.webhook',
    account_id: owner.accountId,
  })
})

test('an event of the account is delivered and shown live', async () => {
  const { page } = ada
  await ada.navigate('Webhooks')
  await page.getByRole('link', { name: 'Deliveries' }).click()
  await ada.heading('Deliveries').waitFor()
  const row = page.getByRole('row').filter({ hasText: 'account.updated' })
  expect(await row.count()).toBe(0)
  await rename('Difference Engines')
  await row.getByText('Delivered').waitFor()
  const delivery = receiver.received.at(-1)
  if (!delivery) throw new Error('nothing arrived')
  expect(verify(delivery, secret)).toMatchObject({
    type: 'account.updated',
    data: { changes: ['name'] },
  })
})

test('a failed delivery shows the reason and can be resent', async () => {
  const { page, dialog } = ada
  await ada.open(path)
  await ada.heading(receiver.url).waitFor()
  response = { status: 500, body: 'the cellar is flooded' }
  await rename('Analytical Engines')
  const row = page.getByRole('row').filter({ hasText: 'Retries exhausted' })
  await row.getByRole('link', { name: 'account.updated' }).click()
  await dialog.getByText('the cellar is flooded').waitFor()
  await dialog.getByText('HTTP 500').waitFor()
  await dialog.getByText('It is not retried automatically.').waitFor()
  await page
    .getByRole('status')
    .getByText(/^Deliveries have been failing since/)
    .waitFor()
  const failed = receiver.received.at(-1)

  response = { status: 200, body: 'dry again' }
  await dialog.getByRole('button', { name: 'Resend' }).click()
  await dialog.getByText('dry again').waitFor()
  await dialog.getByText('Delivered.').waitFor()
  expect(await dialog.getByRole('list').getByRole('listitem').count()).toBe(2)
  expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(failed?.headers['webhook-id'])
  expect(receiver.received.at(-1)?.body).toBe(failed?.body)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByText(/^Deliveries have been failing since/).waitFor({ state: 'detached' })
})

test('a delivery shows its request and how to verify it, and is copied as a curl command', async () => {
  const { page, dialog } = ada
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const delivery = receiver.received.at(-1)
  if (!delivery) throw new Error('nothing arrived')
  await page.getByRole('link', { name: 'account.updated' }).first().click()
  const request = dialog.getByRole('region', { name: 'Request', exact: true })
  for (const header of ['content-type', 'user-agent', 'webhook-id', 'webhook-timestamp']) {
    expect(delivery.headers).toHaveProperty(header)
    await request.getByRole('term').getByText(header, { exact: true }).waitFor()
  }
  await request.getByRole('term').getByText('webhook-signature', { exact: true }).waitFor()
  await request.getByRole('button', { name: 'How to verify it' }).click()
  await request.getByText('standardwebhooks').first().waitFor()
  const body = await request.getByRole('region', { name: 'Request body' }).innerText()
  expect(JSON.parse(body)).toEqual(JSON.parse(delivery.body))

  await request.getByRole('button', { name: 'Copy as curl' }).click()
  await request.getByRole('button', { name: 'Copied' }).waitFor()
  const command = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(command).toContain(`curl -i '${receiver.url}'`)
  expect(command).toContain(`body='${delivery.body}'`)
  expect(command).toContain(`webhook-id: ${delivery.headers['webhook-id']}`)
  for (const text of [command, await dialog.innerText()]) expect(text).not.toContain(secret)
  await dialog.getByRole('button', { name: 'Close' }).click()
})

test('all deliveries of the last day are replayed', async () => {
  const before = receiver.received.length
  await ada.choose('Actions for this webhook', 'Replay deliveries')
  await ada.dialog.getByText('All', { exact: true }).click()
  await ada.dialog.getByRole('button', { name: 'Replay' }).click()
  await ada.waitForText('2 deliveries queued.')
  await until(() => receiver.received.length === before + 2, 'both arrived again')
})

test('deliveries verify with both secrets during the overlap', async () => {
  await ada.choose('Actions for this webhook', 'Rotate secret')
  await ada.dialog.getByText('1 hour').click()
  await ada.dialog.getByRole('button', { name: 'Rotate secret' }).click()
  newSecret = await shownSecret()
  expect(newSecret).not.toBe(secret)
  await ada.openTab('Settings')
  await ada.waitForText('Previous secret valid until')
  await sendTest('Test event delivered')
  await ada.dialog.getByRole('button', { name: 'Close' }).first().click()
  const delivery = receiver.received.at(-1)
  if (!delivery) throw new Error('nothing arrived')
  expect(verify(delivery, secret).type).toBe('test.webhook')
  expect(verify(delivery, newSecret).type).toBe('test.webhook')
})

test('a member can view a webhook but not change it', async () => {
  const grace = await openSignedIn(browser, installation)
  await grace.signIn((await createColleague(installation.url, owner)).email)
  await grace.waitForShell()
  await grace.navigate('Webhooks')
  await grace.page.getByRole('link', { name: receiver.url }).click()
  await grace.heading(receiver.url).waitFor()
  await grace.page.getByRole('row').filter({ hasText: 'account.updated' }).first().waitFor()
  for (const name of ['Send test event', 'Edit', 'Actions for this webhook', 'Add webhook']) {
    expect(await grace.button(name).count()).toBe(0)
  }
  await grace.page.getByRole('link', { name: 'account.updated' }).first().click()
  await grace.dialog.getByText('Delivered.').waitFor()
  expect(await grace.dialog.getByRole('button', { name: 'Resend' }).count()).toBe(0)
  expect(grace.problems).toEqual([])
  await grace.page.context().close()
})

test('a disabled webhook gets no deliveries', async () => {
  const deliveries = async () => {
    const { data } = await owner.api.GET('/api/v1/webhooks/deliveries')
    return data?.meta.total_count
  }
  const before = await deliveries()
  await ada.choose('Actions for this webhook', 'Disable')
  await ada.page.getByRole('status').getByText('This webhook is disabled').waitFor()
  await rename('Difference Engines')
  expect(await deliveries()).toBe(before)
  await ada.button('Enable').click()
  await ada.page.getByText('This webhook is disabled').waitFor({ state: 'detached' })
  await rename('Analytical Engines')
  expect(await deliveries()).toBe(Number(before) + 1)
})

test('no page reported a problem', () => {
  expect(ada.problems).toEqual([])
})
