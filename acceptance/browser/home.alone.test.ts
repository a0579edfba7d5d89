import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf, workerClient } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { createColleague, freshEmail, register } from '../people.ts'
import { type Receiver, startReceiver } from '../receiver.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn } from './signed_in.ts'

let installation: Installation
let browser: Browser
let receiver: Receiver
let receiverStatus = 410

beforeAll(async () => {
  receiver = await startReceiver((reply) => reply.writeHead(receiverStatus).end())
  installation = await startInstallation({ WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
  await receiver?.stop()
})

async function openHome(email: string) {
  const visitor = await openSignedIn(browser, installation)
  await visitor.signIn(email)
  await visitor.waitForShell()
  const region = (name: string) => visitor.page.getByRole('region', { name, exact: true })
  return { ...visitor, attention: region('Needs attention'), checklist: region('Get started') }
}

async function reportAlert(type: string) {
  const { api } = installation.admin
  const { token } = dataOf(await api.POST('/api/v1/workers', { body: { name: 'reporter' } }))
  const worker = workerClient(installation.url, token)
  // A worker that has not called would itself need attention.
  dataOf(await worker.POST('/api/v1/worker/leases', { body: { slots: 0 } }))
  const body = { type, severity: 'critical' as const }
  return dataOf(await worker.POST('/api/v1/alerts', { body }))
}

test('an open alert and a disabled webhook are listed live, and no longer once they are solved', async () => {
  const { api } = installation.admin
  const { attention, page, open, problems } = await openHome(installation.admin.email)
  await attention.getByText('Nothing needs your attention.').waitFor()

  const { id: alertId } = await reportAlert('backup_failed')
  await attention.getByText('Alert: Backup failed.').waitFor()
  const body = { url: receiver.url }
  const { id: webhookId } = dataOf(await api.POST('/api/v1/webhooks', { body }))
  const renamed = { params: { path: { id: installation.admin.id } }, body: { name: 'Ada' } }
  dataOf(await api.PATCH('/api/v1/users/{id}', renamed))
  await attention.getByText('1 webhook was disabled because its receiver failed.').waitFor()
  const notices = await attention.getByRole('listitem').allInnerTexts()
  expect(notices.map((text) => text.split('\n')[0])).toEqual(['Critical', 'High'])
  expect(await attention.getByText('Nothing needs your attention.').count()).toBe(0)

  await attention.getByRole('link', { name: 'Review' }).click()
  await page.waitForURL(/webhooks\?problem=disabled/)
  await page.getByRole('row').filter({ hasText: receiver.url }).waitFor()
  await open('/')
  await attention.getByRole('link', { name: 'Open alert' }).click()
  await page.waitForURL(/alerts\?status=open&severity=critical/)
  await page.getByRole('row').filter({ hasText: 'Backup failed' }).waitFor()

  receiverStatus = 204
  const webhook = { params: { path: { id: webhookId } } }
  dataOf(await api.POST('/api/v1/webhooks/{id}/toggle_status', webhook))
  const alert = { params: { path: { id: alertId } }, body: {} }
  await open('/')
  await attention.getByText('Alert: Backup failed.').waitFor()
  dataOf(await api.POST('/api/v1/admin/alerts/{id}/acknowledge', alert))
  dataOf(await api.POST('/api/v1/admin/alerts/{id}/resolve', alert))
  await attention.getByText('Nothing needs your attention.').waitFor()
  expect(problems).toEqual([])
})

test('the checklist ticks itself and stays away once dismissed', async () => {
  const owner = await register(installation.url)
  const { button, checklist, dialog, navigate, open, page, problems } = await openHome(owner.email)
  await checklist.getByText('0 of 5 done').waitFor()
  await checklist.getByRole('link', { name: 'Invite someone' }).click()
  await dialog.getByLabel('Email').fill(freshEmail('grace'))
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await navigate('Home')
  await checklist.getByText('1 of 5 done').waitFor()
  expect(await checklist.getByRole('link', { name: 'Invite someone' }).count()).toBe(0)
  const { link } = await installation.mailTo(owner.email, 'Confirm')
  await open(new URL(link).pathname + new URL(link).search)
  await page.getByText('is confirmed').waitFor()
  await open('/')
  await checklist.getByText('2 of 5 done').waitFor()
  await button('Dismiss').click()
  await checklist.waitFor({ state: 'hidden' })
  await open('/')
  await page.getByRole('region', { name: 'Figures' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await checklist.count()).toBe(0)
  expect(problems).toEqual([])
})

test('members see what they may do, and a user without a role whom to ask', async () => {
  const owner = await register(installation.url)
  const member = await openHome((await createColleague(installation.url, owner)).email)
  await member.attention.getByText('is not confirmed').waitFor()
  await member.checklist.getByText('0 of 2 done').waitFor()
  const nobody = await openHome((await createColleague(installation.url, owner, [])).email)
  await nobody.heading('You don’t have a role yet').waitFor()
  await nobody.waitForText('Ask an owner of Analytical Engines to give you one')
  expect([...member.problems, ...nobody.problems]).toEqual([])
})
