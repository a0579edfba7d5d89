import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { dataOf, typedClient } from './client.ts'
import { expectRefusal } from './expectations.ts'
import { sharedInstallation } from './installation.ts'
import { createColleague, freshEmail, PASSWORD, register, signIn, type TestUser } from './people.ts'
import { until } from './until.ts'
import type { Shared } from './up.ts'

let installation: Shared
let owner: TestUser

beforeAll(async () => {
  installation = await sharedInstallation()
  owner = await register(installation.url)
})

test('a new user registers, confirms the mailed link, signs in and gets a notification', async () => {
  const visitor = typedClient(installation.url)
  const someone = { name: 'Mary Somerville', email: freshEmail('mary'), password: PASSWORD }
  const body = { ...someone, account_name: 'Mechanism of the Heavens' }
  const registered = dataOf(await visitor.POST('/api/v1/auth/register', { body }))
  expect(registered.user).toMatchObject({ email: someone.email, email_verified: false })
  expect(registered.warning).toMatch(/confirm/i)

  const { link } = await installation.mailTo(someone.email, 'Confirm')
  expect(link).toContain(`${installation.url}/verify-email?token=`)
  const token = new URL(link).searchParams.get('token') ?? ''
  const verified = dataOf(await visitor.POST('/api/v1/auth/verify-email', { body: { token } }))
  expect(verified.user).toMatchObject({ email: someone.email, email_verified: true })
  const again = await installation.call('POST', '/api/v1/auth/verify-email', { body: { token } })
  expect(again.status).toBe(200) // mail scanners follow links too

  const { api, id } = await signIn(installation.url, someone.email)
  const users = await api.GET('/api/v1/users')
  expect(dataOf(users)).toMatchObject([{ id, roles: ['owner'], email_verified: true }])
  const notifications = dataOf(await api.GET('/api/v1/notifications'))
  expect(notifications).toMatchObject([{ notification_type: 'email_verified', read: false }])
})

test('a user added without a password sets one with the mailed link, and the owner is notified', async () => {
  const email = freshEmail('invited')
  const body = { name: 'Sophie Germain', email }
  const { id } = dataOf(await owner.api.POST('/api/v1/users', { body }))
  const { link } = await installation.mailTo(email)
  const token = link.split('/').at(-1) ?? ''
  const newPassword = { token, password: PASSWORD, password_confirmation: PASSWORD }
  const reset = await installation.call('POST', '/api/v1/auth/reset-password', {
    body: newPassword,
  })
  expect(reset.status).toBe(200)
  expectRefusal(
    await installation.call('POST', '/api/v1/auth/reset-password', { body: newPassword }),
    401,
    'invalid_reset_token',
  )

  expect(await signIn(installation.url, email)).toMatchObject({
    id,
    permissions: ['files.read', 'users.read', 'webhooks.read'],
  })
  const notifications = await until(async () => {
    const rows = dataOf(await owner.api.GET('/api/v1/notifications'))
    return rows.filter((row) => row.notification_type === 'user_joined')
  }, 'the owner was notified')
  expect(notifications).toMatchObject([
    { title: 'Sophie Germain joined', action_url: `/users/${id}` },
  ])
})

test('a list returns paging metadata, clamps page sizes and refuses unknown parameters', async () => {
  const list = (query: string) =>
    installation.call('GET', `/api/v1/users?${query}`, { token: owner.token })
  const { body, status } = await list('')
  expect(status).toBe(200)
  expect(Object.keys(body).sort()).toEqual(['data', 'meta', 'success'])
  expect(body.meta).toMatchObject({ current_page: 1, per_page: 20 })

  for (const junk of ['page=0', 'page=-3', 'page=x', 'page=1.5', 'page=', 'per_page=x']) {
    expect((await list(junk)).body.meta, junk).toMatchObject({ current_page: 1, per_page: 20 })
  }
  expect((await list('per_page=0')).body.meta?.per_page).toBe(1)
  expect((await list('per_page=5000')).body.meta?.per_page).toBe(100)
  const beyond = await list('page=999999999999999999')
  expect(beyond).toMatchObject({ status: 200, body: { success: true } })
  expect((await list('page=1000')).body.data).toEqual([])
  expectRefusal(await list('sort=password_digest'), 422, 'validation_error')
  expectRefusal(await list('nosuch=1'), 422, 'validation_error')
})

test('malformed and unknown ids and ids of another account get the same response', async () => {
  const stranger = await register(installation.url)
  const ids = ['not-an-id', '1', '%00', '0'.repeat(600), randomUUIDv7(), stranger.id]
  const { id } = await createColleague(installation.url, owner)
  ids.push(stranger.id.toUpperCase(), encodeURIComponent(`${id}' or 1=1--`))
  const responses = new Set<string>()
  for (const candidate of ids) {
    const reply = await installation.call('GET', `/api/v1/users/${candidate}`, {
      token: owner.token,
    })
    expectRefusal(reply, 404, 'not_found')
    const { request_id: _, ...rest } = reply.body
    responses.add(JSON.stringify(rest))
  }
  expect([...responses]).toEqual([
    JSON.stringify({ success: false, error: 'User not found', code: 'not_found' }),
  ])
})

test('no method gives access to users of another account', async () => {
  const stranger = await createColleague(installation.url, await register(installation.url))
  const path = `/api/v1/users/${stranger.id}`
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    const body = method.startsWith('P') ? { name: 'Mallory' } : undefined
    expectRefusal(
      await installation.call(method, path, { body, token: owner.token }),
      404,
      'not_found',
    )
  }
  expect((await signIn(installation.url, stranger.email)).name).toBe('Grace Hopper')
})

test('a body may be wrapped in the name of its resource, and unknown fields are refused, not dropped', async () => {
  const send = (body: unknown) =>
    installation.call('PATCH', '/api/v1/accounts/current', { body, token: owner.token })
  expect((await send({ name: 'Difference Engines' })).body.data).toMatchObject({
    name: 'Difference Engines',
  })
  const refused = await send({ name: 'X1', status: 'cancelled', nosuch: 1 })
  expectRefusal(refused, 422, 'validation_error')
  expect(Object.keys(refused.body.errors ?? {}).sort()).toEqual(['nosuch', 'status'])

  const user = { name: 'Wrapped', email: freshEmail(), password: PASSWORD }
  const wrapped = await installation.call('POST', '/api/v1/users', {
    body: { user },
    token: owner.token,
  })
  expect(wrapped).toMatchObject({ status: 201, body: { data: { name: 'Wrapped' } } })
  expect(JSON.stringify(wrapped.body)).not.toContain('password_digest')
})
