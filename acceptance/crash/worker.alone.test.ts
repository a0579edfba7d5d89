import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { mailsTo } from '../mailbox.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { newCreateRequests, sendCreateRequest } from './exactly_once.ts'
import { startMailServer } from './smtp.ts'

const MAILS = 40
const AT_A_TIME = 4

let installation: Installation
let owner: TestUser
let post: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  post = await startMailServer(100)
  installation = await startInstallation({
    SMTP_URL: post.url,
    WORKER_CONCURRENCY: String(AT_A_TIME),
  })
  owner = await register(installation.url)
})
afterAll(async () => {
  await installation?.stop()
  await post?.stop()
})

test('a worker killed mid-job loses no mail and sends none twice', async () => {
  const orders = newCreateRequests(MAILS)
  const placed = await Promise.all(orders.map((order) => sendCreateRequest(installation, owner, order)))
  expect(placed.map((reply) => reply?.status)).toEqual(Array(MAILS).fill(201))

  const { worker = 0 } = installation.pids()
  await until(() => post.received.length >= 5, 'the worker was under way')
  kill(worker)
  const before = post.received.length
  expect(before).toBeLessThan(MAILS)
  await until(() => (installation.pids().worker ?? worker) !== worker, 'another worker was started')

  const emails = orders.map(({ email }) => email).sort()
  const mine = () => post.received.filter(({ to }) => emails.includes(to))
  // Between “250 OK” and the note of it a kill leaves no way to know: such a mail goes out again under the same
  // Message-ID, by which mail servers drop the copy. So do we; and only what the dead worker had in hand may be one.
  const distinct = () => new Map(mine().map((mail) => [mail.messageId, mail.to]))
  await until(() => distinct().size >= MAILS, 'every mail had come', 90)
  await until(
    async () => {
      const mails = await Promise.all(emails.map((email) => mailsTo(installation.admin, email)))
      return mails.flat().every(({ status }) => status === 'sent')
    },
    'every mail was noted as sent',
    60,
  )
  expect([...distinct().values()].sort()).toEqual(emails)
  expect(mine().length - MAILS).toBeLessThanOrEqual(AT_A_TIME)
})

test('a mail server that is away for a while gets every mail when it is back', async () => {
  const [order] = newCreateRequests(1)
  if (!order) throw new Error('no order')
  await post.stop()
  expect((await sendCreateRequest(installation, owner, order))?.status).toBe(201)
  const status = async () => (await mailsTo(installation.admin, order.email))[0]?.status
  await until(async () => (await status()) === 'deferred', 'the first try failed', 60)
  await post.start()
  await until(async () => (await status()) === 'sent', 'the mail was sent after all', 90)
  expect(post.received.filter(({ to }) => to === order.email)).toHaveLength(1)
})
