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
let post: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  post = await startMailServer(0)
  installation = await startInstallation({ SMTP_URL: post.url })
  owner = await register(installation.url)
  await confirm()
  const preferences = [{ kind: 'announcement' as const, channel: 'mail' as const, enabled: true }]
  dataOf(await owner.api.PATCH('/api/v1/notifications/preferences', { body: { preferences } }))
})
afterAll(async () => {
  await installation?.stop()
  await post?.stop()
})

/** Mails of notifications go to confirmed addresses alone. */
async function confirm() {
  const mail = await until(() => post.received.find(({ to }) => to === owner.email), 'a link came')
  const text = mail.text.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const token = text.match(/verify-email\?token=([\w-]+)/)?.[1] ?? ''
  dataOf(await owner.api.POST('/api/v1/auth/verify-email', { body: { token } }))
}

const mails = (subject: string) => post.received.filter(({ text }) => text.includes(subject))

async function announce(title: string) {
  const token = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  const content = { title, message: 'Open it.', severity: 'info', category: 'reports' }
  const body = { ...content, notification_type: 'report_ready', user_id: owner.id }
  expect((await installation.call('POST', '/api/v1/notifications', { token, body })).status).toBe(
    201,
  )
}

test('mail programs are offered to end mails of a kind with one click, and that works', async () => {
  await announce('First report')
  const [mail] = await until(() => mails('First report').length && mails('First report'), 'it came')
  // Long header lines are folded.
  const head = (mail?.text ?? '').split('\r\n\r\n')[0]?.replaceAll(/\r\n(?=[ \t])/g, '') ?? ''
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  const link = head.match(/^List-Unsubscribe: <(\S+)>$/m)?.[1] ?? ''
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(link, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' })
  expect(answer.status).toBe(200)

  await announce('Second report')
  const told = dataOf(await owner.api.GET('/api/v1/notifications'))
  expect(told.map(({ title }) => title).slice(0, 2)).toEqual(['Second report', 'First report'])
  const preferences = [{ kind: 'announcement' as const, channel: 'mail' as const, enabled: true }]
  dataOf(await owner.api.PATCH('/api/v1/notifications/preferences', { body: { preferences } }))
  await announce('Third report')
  await until(() => mails('Third report').length, 'mails are wanted again')
  expect(mails('Second report')).toEqual([])
})

test('mails that must come offer nothing of the kind', async () => {
  const body = { email: freshEmail('guest') }
  dataOf(await owner.api.POST('/api/v1/invitations', { body }))
  const invited = await until(
    () => post.received.find(({ to }) => to === body.email),
    'the invitation came',
  )
  expect(invited.text).not.toContain('List-Unsubscribe')
})
