import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { mailsTo } from '../mailbox.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { newCreateRequests, sendCreateRequest } from './exactly_once.ts'
import { startMailServer } from './smtp.ts'

/** Long enough to kill the server meanwhile, and for the lease to expire before it is back. */
const SLOW_MS = 6000
const MAILS = 4

let installation: Installation
let owner: TestUser
let mailServer: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mailServer = await startMailServer(SLOW_MS)
  installation = await startInstallation({ SMTP_URL: mailServer.url })
  owner = await register(installation.url)
})
afterAll(async () => {
  await installation?.stop()
  await mailServer?.stop()
})

test('after a kill of the server the worker reports the mails it sent, and no mail is sent twice', async () => {
  const requests = newCreateRequests(MAILS)
  await Promise.all(requests.map((request) => sendCreateRequest(installation, owner, request)))
  const emails = requests.map(({ email }) => email).sort()
  const transmitted = () => mailServer.transmitted.filter((to) => emails.includes(to)).length
  await until(() => transmitted() === MAILS, 'the worker had transmitted all of them', 60)
  const { server = 0 } = installation.pids()
  kill(server)
  await until(() => (installation.pids().server ?? server) !== server, 'another server was started')
  await until(
    async () => {
      const mails = await Promise.all(
        emails.map((email) => mailsTo(installation.admin, email).catch(() => [])),
      )
      return mails.flat().filter(({ status }) => status === 'sent').length === MAILS
    },
    'every mail was recorded as sent',
    90,
  )
  const jobs = async (status: 'pending' | 'processing') => {
    const query = `queue=email&status=${status}`
    const { body } = await installation.call('GET', `/api/v1/admin/jobs?${query}`, {
      token: installation.admin.token,
    })
    return body.meta?.total_count ?? 1
  }
  await until(
    async () => (await jobs('pending')) + (await jobs('processing')) === 0,
    'no job was left that could send a mail again',
    60,
  )
  expect(
    mailServer.received
      .map(({ to }) => to)
      .filter((to) => emails.includes(to))
      .sort(),
  ).toEqual(emails)
})
