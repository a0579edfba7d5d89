import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { mailsTo } from '../mailbox.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { newCreateRequests, sendCreateRequest } from './exactly_once.ts'
import { startMailServer } from './smtp.ts'

/** Long enough for the server to be killed meanwhile, and for the lease to run out before it is back. */
const SLOW_MS = 6000
const MAILS = 4

let installation: Installation
let owner: TestUser
let post: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  post = await startMailServer(SLOW_MS)
  installation = await startInstallation({ SMTP_URL: post.url })
  owner = await register(installation.url)
})
afterAll(async () => {
  await installation?.stop()
  await post?.stop()
})

test('a server killed while its worker hands mails over gets the worker’s report, and no mail goes out twice', async () => {
  const orders = newCreateRequests(MAILS)
  await Promise.all(orders.map((order) => sendCreateRequest(installation, owner, order)))
  const emails = orders.map(({ email }) => email).sort()
  const taken = () => post.under.filter((to) => emails.includes(to)).length
  await until(() => taken() === MAILS, 'the worker hands all of them over', 60)
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
    'every mail was noted as sent',
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
    'no job is left that could send one again',
    60,
  )
  expect(
    post.received
      .map(({ to }) => to)
      .filter((to) => emails.includes(to))
      .sort(),
  ).toEqual(emails)
})
