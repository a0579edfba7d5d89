import { randomUUID } from 'node:crypto'
import { type Client, PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { afterEach, expect, test } from 'vitest'
import { changeSettings } from './setting.ts'

/** Of the required modules; the others add theirs. */
const defaults = {
  system_name: 'Powernode',
  support_email: null,
  registration_enabled: true,
  unconfirmed_account_days: 0,
  maintenance_mode: false,
  impersonation_minutes: 60,
  impersonation_notice: true,
  webhook_timeout_seconds: 30,
  status_page_enabled: false,
}
const secure = {
  access_token_minutes: 15,
  refresh_token_hours: 168,
  session_days: 30,
  max_failed_login_attempts: 5,
  account_lockout_minutes: 30,
  password_min_length: 12,
  require_two_factor_for_admins: false,
}

/** Settings apply to the whole server, so each test restores them. */
let administrator: TestUser | undefined
afterEach(async () => {
  if (!administrator) return
  const { ctx, id } = administrator
  const permissions = new Set<never>()
  const actor = { kind: 'user', userId: id, sessionId: id, homeAccountId: ctx.account.id } as const
  const self = ctx.inAccount(ctx.account.id, {
    ...actor,
    permissions,
    twoFactor: true,
    withheld: new Map<never, never>(),
  })
  await changeSettings(self, { ...defaults, ...secure })
})

async function admins() {
  const here = await world()
  administrator = await here.join('owner', 'admin')
  return { ...here, admin: administrator }
}

const register = (visitor: Client, password = PASSWORD) =>
  visitor.post('/auth/register', {
    name: 'Ada',
    email: `ada-${randomUUID()}@example.com`,
    password,
    account_name: 'Analytical Engines',
  })

test('settings start with their defaults, and a change is partial, saved and audited', async () => {
  const { admin } = await admins()
  expect((await admin.get('/admin_settings')).data.settings).toMatchObject(defaults)
  const changed = await admin.put('/admin_settings', {
    system_name: 'Engine room',
    support_email: 'help@example.com',
  })
  expect(changed.data).toMatchObject({
    ...defaults,
    system_name: 'Engine room',
    support_email: 'help@example.com',
  })
  const { data } = await admin.get('/audit_logs?action=admin_settings.updated')
  expect(data[0]).toMatchObject({
    old_values: { system_name: 'Powernode', support_email: null },
    new_values: { system_name: 'Engine room', support_email: 'help@example.com' },
    severity: 'high',
  })
})

test('the history has author, old and new value of each change, and nothing for unchanged values', async () => {
  const { admin } = await admins()
  await admin.patch('/admin_settings', { impersonation_minutes: 30, registration_enabled: true })
  await admin.patch('/admin_settings', { impersonation_minutes: 30 })
  const { data } = await admin.get('/admin_settings/changes?name=impersonation_minutes')
  expect(data[0]).toMatchObject({
    name: 'impersonation_minutes',
    old_value: 60,
    new_value: 30,
    changed_by: { id: admin.id, email: admin.email },
  })
  const rows = data.filter((row: { changed_by: { id: string } }) => row.changed_by.id === admin.id)
  expect(rows).toHaveLength(1)
})

test.each([
  [{ impersonation_minutes: 4 }, 'impersonation_minutes'],
  [{ impersonation_minutes: '60' }, 'impersonation_minutes'],
  [{ webhook_timeout_seconds: 301 }, 'webhook_timeout_seconds'],
  [{ system_name: ' ' }, 'system_name'],
  [{ system_name: null }, 'system_name'],
  [{ support_email: 'nobody' }, 'support_email'],
  [{ registration_enabled: 1 }, 'registration_enabled'],
  [{ access_token_minutes: 15 }, 'access_token_minutes'],
  [{ feature_flags: {} }, 'feature_flags'],
  [{}, 'base'],
])('%j is refused on the field, and nothing is saved', async (body, field) => {
  const { admin } = await admins()
  const response = await admin.put('/admin_settings', { ...body })
  expect(response.status).toBe(422)
  expect(Object.keys(response.errors ?? {})).toEqual([field])
  expect((await admin.get('/admin_settings')).data.settings).toMatchObject(defaults)
})

test('concurrent changes by two administrators are both kept', async () => {
  const { admin } = await admins()
  const minutes = [10, 11, 12, 13, 14, 15]
  await Promise.all(minutes.map((n) => admin.put('/admin_settings', { impersonation_minutes: n })))
  const { data } = await admin.get('/admin_settings/changes?name=impersonation_minutes')
  const own = data.slice(0, minutes.length).reverse()
  const values = own.map((row: { new_value: number }) => row.new_value)
  expect(values.toSorted()).toEqual(minutes)
  expect(own.map((row: { old_value: number }) => row.old_value)).toEqual([
    60,
    ...values.slice(0, -1),
  ])
})

test('its setting enables and disables registration', async () => {
  const { admin, visitor } = await admins()
  await admin.put('/admin_settings', { registration_enabled: false })
  expect((await register(visitor)).code).toBe('registration_disabled')
  await admin.put('/admin_settings', { registration_enabled: true })
  expect((await register(visitor)).status).toBe(201)
})

test('maintenance mode refuses all users but administrators, workers and sign-in', async () => {
  const { admin, owner, visitor, worker, as } = await admins()
  await admin.put('/admin_settings', { maintenance_mode: true })
  for (const response of [
    await owner.get('/users'),
    await owner.post('/users', { name: 'A', email: 'a@example.com' }),
    await owner.get('/auth/me'),
    await register(visitor),
  ]) {
    expect([response.status, response.code]).toEqual([503, 'maintenance'])
    expect(response.headers['retry-after']).toBe('60')
  }
  expect((await as('broken').get('/users')).status).toBe(401)
  expect((await admin.get('/users')).status).toBe(200)
  expect((await worker.post('/worker/leases', { slots: 0 })).status).toBe(200)
  expect((await visitor.get('/health')).status).toBe(200)
  const refreshed = await visitor.post('/auth/refresh', { refresh_token: owner.refreshToken })
  expect(refreshed.status).toBe(200)
  const login = { email: owner.email, password: PASSWORD }
  expect((await visitor.post('/auth/login', login)).status).toBe(200)
  await admin.put('/admin_settings', { maintenance_mode: false })
  expect((await owner.get('/users')).status).toBe(200)
})

test('an impersonation lasts as long as configured, and notifies if configured', async () => {
  const { admin, join, mailsTo } = await admins()
  const member = await join('member')
  await admin.put('/admin_settings', { impersonation_minutes: 5, impersonation_notice: false })
  const { data } = await admin.post('/impersonations', { user_id: member.id, reason: 'Ticket' })
  const { started_at, expires_at } = data.impersonation
  expect(Date.parse(expires_at) - Date.parse(started_at)).toBe(5 * 60_000)
  expect((await mailsTo(member.email)).map((mail) => mail.template)).not.toContain('impersonated')
})

test('a webhook without a timeout gets that of the setting', async () => {
  const { admin } = await admins()
  await admin.put('/admin_settings', { webhook_timeout_seconds: 7 })
  const url = 'https://example.com/hooks'
  expect((await admin.post('/webhooks', { url })).data.timeout_seconds).toBe(7)
  expect((await admin.post('/webhooks', { url, timeout_seconds: 9 })).data.timeout_seconds).toBe(9)
})

test('emails have the name of the installation and the support address', async () => {
  const { admin, owner, worker } = await admins()
  await admin.put('/admin_settings', { system_name: 'A & B', support_email: 'help@example.com' })
  const { id } = await owner.ctx
    .own('mails')
    .select()
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { html, text } = (await worker.get(`/internal/mails/${id}`)).data
  expect(html).toContain('A &#38; B')
  expect(html).toContain('help@example.com')
  expect(text).toContain('Sent by A & B (')
  expect(text).toContain('Questions? Write to help@example.com.')
})

test('an account owner cannot see any of it', async () => {
  const { owner } = await admins()
  for (const path of ['', '/changes', '/metrics', '/users', '/accounts']) {
    expect((await owner.get(`/admin_settings${path}`)).status).toBe(403)
  }
})
