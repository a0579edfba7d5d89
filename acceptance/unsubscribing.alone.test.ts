import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from './client.ts'
import { startMailServer } from './crash/smtp.ts'
import { startInstallation } from './installation.ts'
import { dataFolder } from './launch.ts'
import { freshEmail, register, type TestUser } from './people.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

let installation: Installation
let owner: TestUser
let mailServer: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mailServer = await startMailServer(0)
  installation = await startInstallation({ SMTP_URL: mailServer.url })
  owner = await register(installation.url)
  await confirm()
  const preferences = [{ kind: 'announcement' as const, channel: 'mail' as const, enabled: true }]
  dataOf(await owner.api.PATCH('/api/v1/notifications/preferences', { body: { preferences } }))
})
afterAll(async () => {
  await installation?.stop()
  await mailServer?.stop()
})

/** Notification mails are sent to confirmed addresses only. */
async function confirm() {
  const mail = await until(
    () => mailServer.received.find(({ to }) => to === owner.email),
    'a confirmation link arrived',
  )
  const text = mail.text.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const token = text.match(/verify-email\?token=([\w-]+)/)?.[1] ?? ''
  dataOf(await owner.api.POST('/api/v1/auth/verify-email', { body: { token } }))
}

const mails = (subject: string) => mailServer.received.filter(({ text }) => text.includes(subject))

async function notify(title: string) {
  const token = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  const content = { title, message: 'Open it.', severity: 'info', category: 'reports' }
  const body = { ...content, notification_type: 'report_ready', user_id: owner.id }
  expect((await installation.call('POST', '/api/v1/notifications', { token, body })).status).toBe(
    201,
  )
}

test('notification mails support one-click unsubscribe', async () => {
  await notify('First report')
  const [mail] = await until(
    () => mails('First report').length && mails('First report'),
    'the mail arrived',
  )
  // Long header lines are folded.
  const head = (mail?.text ?? '').split('\r\n\r\n')[0]?.replaceAll(/\r\n(?=[ \t])/g, '') ?? ''
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  const link = head.match(/^List-Unsubscribe: <(\S+)>$/m)?.[1] ?? ''
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await fetch(link, {
    method: 'POST',
    headers,
    body: 'List-Unsubscribe=One-Click',
  })
  expect(response.status).toBe(200)

  await notify('Second report')
  const notifications = dataOf(await owner.api.GET('/api/v1/notifications'))
  expect(notifications.map(({ title }) => title).slice(0, 2)).toEqual([
    'Second report',
    'First report',
  ])
  const preferences = [{ kind: 'announcement' as const, channel: 'mail' as const, enabled: true }]
  dataOf(await owner.api.PATCH('/api/v1/notifications/preferences', { body: { preferences } }))
  await notify('Third report')
  await until(() => mails('Third report').length, 'mail arrived again')
  expect(mails('Second report')).toEqual([])
})

test('mails that are always sent have no unsubscribe link', async () => {
  const body = { email: freshEmail('guest') }
  dataOf(await owner.api.POST('/api/v1/invitations', { body }))
  const invited = await until(
    () => mailServer.received.find(({ to }) => to === body.email),
    'the invitation arrived',
  )
  expect(invited.text).not.toContain('List-Unsubscribe')
})
