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
let mailServer: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mailServer = await startMailServer(100)
  installation = await startInstallation({
    SMTP_URL: mailServer.url,
    WORKER_CONCURRENCY: String(AT_A_TIME),
  })
  owner = await register(installation.url)
})
afterAll(async () => {
  await installation?.stop()
  await mailServer?.stop()
})

test('killing a worker during jobs loses no mail and sends none twice', async () => {
  const requests = newCreateRequests(MAILS)
  const replies = await Promise.all(
    requests.map((request) => sendCreateRequest(installation, owner, request)),
  )
  expect(replies.map((reply) => reply?.status)).toEqual(Array(MAILS).fill(201))

  const { worker = 0 } = installation.pids()
  await until(() => mailServer.received.length >= 5, 'the worker had sent some mails')
  kill(worker)
  const before = mailServer.received.length
  expect(before).toBeLessThan(MAILS)
  await until(() => (installation.pids().worker ?? worker) !== worker, 'another worker was started')

  const emails = requests.map(({ email }) => email).sort()
  const mailsOfTest = () => mailServer.received.filter(({ to }) => emails.includes(to))
  // A mail whose “250 OK” the worker could not record is sent again with the same Message-ID, by which mail servers drop
  // duplicates. This test does the same, and allows duplicates only of mails that the killed worker was sending.
  const distinct = () => new Map(mailsOfTest().map((mail) => [mail.messageId, mail.to]))
  await until(() => distinct().size >= MAILS, 'every mail had arrived', 90)
  await until(
    async () => {
      const mails = await Promise.all(emails.map((email) => mailsTo(installation.admin, email)))
      return mails.flat().every(({ status }) => status === 'sent')
    },
    'every mail was recorded as sent',
    60,
  )
  expect([...distinct().values()].sort()).toEqual(emails)
  expect(mailsOfTest().length - MAILS).toBeLessThanOrEqual(AT_A_TIME)
})

test('a mail is delivered after an outage of the mail server', async () => {
  const [request] = newCreateRequests(1)
  if (!request) throw new Error('no request')
  await mailServer.stop()
  expect((await sendCreateRequest(installation, owner, request))?.status).toBe(201)
  const status = async () => (await mailsTo(installation.admin, request.email))[0]?.status
  await until(async () => (await status()) === 'deferred', 'the first attempt had failed', 60)
  await mailServer.start()
  await until(async () => (await status()) === 'sent', 'the mail was sent', 90)
  expect(mailServer.received.filter(({ to }) => to === request.email)).toHaveLength(1)
})
