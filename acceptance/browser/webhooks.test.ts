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
let answer = { status: 200, body: 'thanks' }
let owner: TestUser
let ada: SignedInPage

// One webhook from its making to its end: each test goes on where the one before it left off.
let path: string
let secret: string
let newSecret: string

beforeAll(async () => {
  installation = await sharedInstallation()
  receiver = await startReceiver((reply) => reply.writeHead(answer.status).end(answer.body))
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

/** What was signed with this secret, taken apart; throws when it was not. */
function verified({ headers, body }: Received, by: string) {
  return new Webhook(by).verify(body, headers) as {
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
  await ada.button('Send test').click()
  await dialog.getByRole('button', { name: 'Send test' }).click()
  await dialog.getByRole('status').getByText(outcome).waitFor()
}

test('a webhook is added in a drawer, and its secret is shown this once', async () => {
  const { page, dialog } = ada
  await ada.navigate('Webhooks')
  await ada.waitForText('A webhook tells your own systems when something happens here')
  await ada.button('Add webhook').first().click()
  await dialog.getByLabel('URL').fill('ftp://127.0.0.1/hooks')
  await dialog.getByRole('button', { name: 'Add webhook' }).click()
  await dialog.getByText('Choose at least one event, or all of them').waitFor()

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

test('it is edited, and the record names just what changed', async () => {
  const { dialog } = ada
  await ada.button('Edit').click()
  await dialog.getByLabel('Description').fill('Orders')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await ada.page.getByRole('definition').filter({ hasText: 'Orders' }).waitFor()
  await ada.page.getByRole('region', { name: 'Activity' }).getByText('webhook.updated').waitFor()
  const query = { action: 'webhook.updated' }
  const [entry] = dataOf(await owner.api.GET('/api/v1/audit_logs', { params: { query } }))
  expect(entry?.new_values).toEqual({ description: 'Orders' })
})

test('a test delivery arrives and is verified by the library of Standard Webhooks', async () => {
  await sendTest('It arrived')
  await ada.dialog.getByRole('status').getByText('Answered 200').waitFor()
  await ada.dialog.getByRole('status').getByText('thanks').waitFor()
  await ada.dialog.getByRole('button', { name: 'Close' }).first().click()
  const [delivery] = receiver.received
  if (!delivery) throw new Error('nothing arrived')
  expect(verified(delivery, secret)).toMatchObject({
    type: 'test.webhook',
    account_id: owner.accountId,
  })
})

test('what happens in the account is delivered, and is seen at once', async () => {
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
  expect(verified(delivery, secret)).toMatchObject({
    type: 'account.updated',
    data: { changes: ['name'] },
  })
})

test('a delivery that failed tells why, and is sent again once the receiver is mended', async () => {
  const { page, dialog } = ada
  await ada.open(path)
  await ada.heading(receiver.url).waitFor()
  answer = { status: 500, body: 'the cellar is flooded' }
  await rename('Analytical Engines')
  const row = page.getByRole('row').filter({ hasText: 'Given up' })
  await row.getByRole('link', { name: 'account.updated' }).click()
  await dialog.getByText('the cellar is flooded').waitFor()
  await dialog.getByText('Answered 500').waitFor()
  await dialog.getByText('It is not tried again by itself.').waitFor()
  await page
    .getByRole('status')
    .getByText(/^Deliveries fail since/)
    .waitFor()
  const failed = receiver.received.at(-1)

  answer = { status: 200, body: 'dry again' }
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await dialog.getByText('dry again').waitFor()
  await dialog.getByText('It arrived.').waitFor()
  expect(await dialog.getByRole('list').getByRole('listitem').count()).toBe(2)
  expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(failed?.headers['webhook-id'])
  expect(receiver.received.at(-1)?.body).toBe(failed?.body)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByText(/^Deliveries fail since/).waitFor({ state: 'detached' })
})

test('everything of the last day is replayed', async () => {
  const before = receiver.received.length
  await ada.choose('Actions for this webhook', 'Replay deliveries')
  await ada.dialog.getByText('Everything').click()
  await ada.dialog.getByRole('button', { name: 'Replay' }).click()
  await ada.waitForText('2 deliveries are being sent again.')
  await until(() => receiver.received.length === before + 2, 'both came again')
})

test('while secrets overlap, the old one and the new one verify', async () => {
  await ada.choose('Actions for this webhook', 'Rotate secret')
  await ada.dialog.getByText('1 hour').click()
  await ada.dialog.getByRole('button', { name: 'Rotate secret' }).click()
  newSecret = await shownSecret()
  expect(newSecret).not.toBe(secret)
  await ada.waitForText('Secret before signs until')
  await sendTest('It arrived')
  await ada.dialog.getByRole('button', { name: 'Close' }).first().click()
  const delivery = receiver.received.at(-1)
  if (!delivery) throw new Error('nothing arrived')
  expect(verified(delivery, secret).type).toBe('test.webhook')
  expect(verified(delivery, newSecret).type).toBe('test.webhook')
})

test('a member sees how it goes and changes nothing', async () => {
  const grace = await openSignedIn(browser, installation)
  await grace.signIn((await createColleague(installation.url, owner)).email)
  await grace.waitForShell()
  await grace.navigate('Webhooks')
  await grace.page.getByRole('link', { name: receiver.url }).click()
  await grace.heading(receiver.url).waitFor()
  await grace.page.getByRole('row').filter({ hasText: 'account.updated' }).first().waitFor()
  for (const name of ['Send test', 'Edit', 'Actions for this webhook', 'Add webhook']) {
    expect(await grace.button(name).count()).toBe(0)
  }
  await grace.page.getByRole('link', { name: 'account.updated' }).first().click()
  await grace.dialog.getByText('It arrived.').waitFor()
  expect(await grace.dialog.getByRole('button', { name: 'Send again' }).count()).toBe(0)
  expect(grace.problems).toEqual([])
  await grace.page.context().close()
})

test('switched off, it is sent nothing', async () => {
  const deliveries = async () => {
    const answer = await owner.api.GET('/api/v1/webhooks/deliveries')
    return answer.data?.meta.total_count
  }
  const before = await deliveries()
  await ada.choose('Actions for this webhook', 'Switch off')
  await ada.page.getByRole('status').getByText('It is switched off').waitFor()
  await rename('Difference Engines')
  expect(await deliveries()).toBe(before)
  await ada.button('Switch on').click()
  await ada.page.getByText('It is switched off').waitFor({ state: 'detached' })
  await rename('Analytical Engines')
  expect(await deliveries()).toBe(Number(before) + 1)
})

test('nothing went wrong on the way', () => {
  expect(ada.problems).toEqual([])
})
