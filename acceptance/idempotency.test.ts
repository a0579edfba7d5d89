import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { expectRefusal } from './expectations.ts'
import { sharedInstallation } from './installation.ts'
import { mailsTo } from './mailbox.ts'
import { freshEmail, PASSWORD, register, type TestUser } from './people.ts'
import type { Shared } from './up.ts'

let installation: Shared
let owner: TestUser

beforeAll(async () => {
  installation = await sharedInstallation()
  owner = await register(installation.url)
})

const post = (body: unknown, key: string, as = owner, path = '/api/v1/users') =>
  installation.call('POST', path, { body, token: as.token, headers: { 'idempotency-key': key } })

test('a repeated request gets the first response and changes nothing', async () => {
  const body = { name: 'Emmy Noether', email: freshEmail('emmy') }
  const key = randomUUID()
  const first = await post(body, key)
  const again = await post(body, key)
  expect(first.status).toBe(201)
  expect(again.status).toBe(201)
  expect(again.text).toBe(first.text)
  expect(first.headers.get('idempotency-replayed')).toBeNull()
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await mailsTo(installation.admin, body.email)).toHaveLength(1)
})

test('the same key with another body is refused', async () => {
  const key = randomUUID()
  const name = 'Hypatia'
  expect((await post({ name, email: freshEmail() }, key)).status).toBe(201)
  expectRefusal(await post({ name, email: freshEmail() }, key), 422, 'idempotency_key_reused')
})

test('a key belongs to its caller', async () => {
  const key = randomUUID()
  const body = { name: 'Hypatia', email: freshEmail() }
  expect((await post(body, key)).status).toBe(201)
  const stranger = await register(installation.url)
  const theirs = await post(body, key, stranger)
  expect([theirs.status, theirs.headers.get('idempotency-replayed')]).toEqual([201, null])
})

test('a refused request does not use up its key', async () => {
  const key = randomUUID()
  const email = freshEmail()
  expectRefusal(await post({ name: '', email }, key), 422, 'validation_error')
  expect((await post({ name: 'Hypatia', email }, key)).status).toBe(201)
})

test('twenty concurrent requests with one key create one user, one audit row and one mail', async () => {
  const body = { name: 'Lise Meitner', email: freshEmail('lise'), password: PASSWORD }
  const key = randomUUID()
  const replies = await Promise.all(Array.from({ length: 20 }, () => post(body, key)))
  const created = replies.filter(({ status }) => status === 201)
  expect(created.length).toBeGreaterThan(0)
  for (const reply of replies.filter(({ status }) => status !== 201)) {
    expectRefusal(reply, 409, 'idempotency_in_progress')
  }
  expect(new Set(created.map(({ text }) => text)).size).toBe(1)
  const id = (created[0]?.body.data as { id: string } | undefined)?.id

  const list = (path: string) => installation.call('GET', path, { token: owner.token })
  expect((await list(`/api/v1/users?search=${body.email}`)).body.meta?.total_count).toBe(1)
  const audit = await list(`/api/v1/audit_logs?action=user.created&resource_id=${id}`)
  expect(audit.body.meta?.total_count).toBe(1)
  expect(await mailsTo(installation.admin, body.email)).toHaveLength(1)
  expect((await post(body, key)).text).toBe(created[0]?.text)
})

test('without a key, twenty concurrent requests with one address create one user', async () => {
  const body = { name: 'Lise Meitner', email: freshEmail('lise') }
  const options = { body, token: owner.token }
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => installation.call('POST', '/api/v1/users', options)),
  )
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const reply of replies.filter(({ status }) => status !== 201)) {
    expectRefusal(reply, 422, 'validation_error')
    expect(reply.body.errors).toEqual({ email: ['is already taken'] })
  }
})

test('a key must be one to 255 visible characters', async () => {
  const body = { name: 'Hypatia', email: freshEmail() }
  for (const key of ['', ' ', 'x'.repeat(256), 'a b', 'é']) {
    expectRefusal(await post(body, key), 422, 'validation_error')
  }
})
