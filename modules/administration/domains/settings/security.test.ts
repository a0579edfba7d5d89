import { buildApp, openModules } from '@powernode/server/app.ts'
import { createLog } from '@powernode/server/main.ts'
import { openPlatform } from '@powernode/server/platform/platform.ts'
import { databaseUrl } from '@powernode/server/test/database.ts'
import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { expect, inject, test } from 'vitest'

const path = '/admin_settings/security'
const rotate = (admin: TestUser, body: { reason?: string; force?: boolean } = {}) =>
  admin.post(`${path}/regenerate_jwt_secret`, body)

async function admins() {
  const here = await world()
  return { ...here, admin: await here.join('owner', 'admin') }
}

/** A second server on the same database. */
async function secondServer({ platform: { config, database } }: Awaited<ReturnType<typeof world>>) {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database)
  const url = databaseUrl(inject('postgresUrl'), rows[0]?.name ?? '')
  const domains = await openModules(config)
  const log = createLog(config)
  const platform = await openPlatform(config, url, Buffer.alloc(32), log, domains)
  const app = await buildApp(platform)
  await app.ready()
  return {
    platform,
    get: (route: string, token: string) =>
      app.inject({ url: `/api/v1${route}`, headers: { authorization: `Bearer ${token}` } }),
    async close() {
      platform.stop()
      await app.close()
      await platform.close()
    },
  }
}

test('changed lifetimes apply to what is issued from then on', async () => {
  const { admin, owner, visitor, travel } = await admins()
  const set = { access_token_minutes: 5, refresh_token_hours: 1, session_days: 1 }
  expect((await admin.put(path, set)).data).toMatchObject({ ...set, algorithm: 'HS256' })
  const login = { email: owner.email, password: PASSWORD }
  const { data } = await visitor.post('/auth/login', login)
  expect(data.expires_in).toBe(300)
  expect(Date.parse(data.refresh_expires_at) - Date.now()).toBeLessThanOrEqual(3600_000)
  await admin.put(path, { access_token_minutes: 15, refresh_token_hours: 168, session_days: 30 })
  travel(61)
  const refresh = { refresh_token: data.refresh_token }
  expect((await visitor.post('/auth/refresh', refresh)).status).toBe(401)
})

test.each([
  [{ access_token_minutes: 4 }, 'access_token_minutes'],
  [{ refresh_token_hours: 721 }, 'refresh_token_hours'],
  [{ password_min_length: 7 }, 'password_min_length'],
  [{ max_failed_login_attempts: 0 }, 'max_failed_login_attempts'],
  [{ allowed_origins: ['https://example.com'] }, 'allowed_origins'],
  [{ system_name: 'x' }, 'system_name'],
])('%j is refused on the field', async (body, field) => {
  const { admin } = await admins()
  const response = await admin.put(path, body)
  expect([response.status, Object.keys(response.errors ?? {})]).toEqual([422, [field]])
})

test('sign-in locks after the configured number of attempts, for the configured time', async () => {
  const { admin, owner, visitor, travel } = await admins()
  await admin.put(path, { max_failed_login_attempts: 2, account_lockout_minutes: 3 })
  const attempt = async (password: string) =>
    (await visitor.post('/auth/login', { email: owner.email, password })).code
  expect(await attempt('Wrong-Horse-7-Battery')).toBe('invalid_credentials')
  expect(await attempt('Wrong-Horse-7-Battery')).toBe('account_locked')
  expect(await attempt(PASSWORD)).toBe('account_locked')
  travel(4)
  expect(await attempt(PASSWORD)).toBeUndefined()
  await admin.put(path, { max_failed_login_attempts: 5, account_lockout_minutes: 30 })
})

test('an unknown address locks after as many attempts, so it cannot be told from a known one', async () => {
  const here = await world({ limits: true })
  const admin = await here.join('owner', 'admin')
  await admin.put(path, { max_failed_login_attempts: 2 })
  const attempt = async (email: string) =>
    (await here.visitor.post('/auth/login', { email, password: 'Wrong-Horse-7-Battery' })).code
  for (const email of [`nobody-${admin.id}@example.com`, here.owner.email]) {
    const responses = [await attempt(email), await attempt(email), await attempt(email)]
    expect(responses).toEqual(['invalid_credentials', 'account_locked', 'account_locked'])
  }
})

test('a new password needs the configured number of characters', async () => {
  const { admin, owner } = await admins()
  await admin.put(path, { password_min_length: 30 })
  const user = { name: 'A', email: `a-${owner.id}@example.com`, password: PASSWORD }
  const refused = await owner.post('/users', user)
  expect(refused.errors?.password).toEqual(['must have at least 30 characters'])
  await admin.put(path, { password_min_length: 12 })
  expect((await owner.post('/users', user)).status).toBe(201)
})

test('two-factor authentication can be required for administration, by an administrator who has it', async () => {
  const { admin, join } = await admins()
  const required = { require_two_factor_for_admins: true }
  const withoutSecondFactor = await admin.put(path, required)
  expect(Object.keys(withoutSecondFactor.errors ?? {})).toEqual(['require_two_factor_for_admins'])
  const { data } = await admin.post('/two_factor/enable')
  const secret = Secret.fromBase32(data.manual_entry_key)
  await admin.post('/two_factor/verify_setup', { code: new TOTP({ secret }).generate() })
  expect((await admin.put(path, required)).status).toBe(200)

  const other = await join('owner', 'admin')
  const refused = await other.get('/admin_settings')
  expect([refused.status, refused.code]).toEqual([403, 'two_factor_required'])
  expect((await other.get('/users')).status).toBe(200)
  expect((await admin.get('/admin_settings')).status).toBe(200)
  await admin.put(path, { require_two_factor_for_admins: false })
  expect((await other.get('/admin_settings')).status).toBe(200)
})

test('a required second factor is checked everywhere: in other accounts, by key and while impersonating', async () => {
  const { admin, owner, join, stranger, as, keyOf } = await admins()
  const enrol = async (user: TestUser) => {
    const { data } = await user.post('/two_factor/enable')
    const code = new TOTP({ secret: Secret.fromBase32(data.manual_entry_key) }).generate()
    expect((await user.post('/two_factor/verify_setup', { code })).status).toBe(200)
  }
  await enrol(admin)
  const [withoutFactor, colleague, other] = [
    await join('owner', 'admin'),
    await join('owner', 'admin'),
    await stranger(),
  ]
  const key = await keyOf(withoutFactor, ['users.read', 'users.suspend', 'webhooks.read'])
  const impersonate = async (by: TestUser, of: TestUser, query = '') => {
    const { data } = await by.post(`/impersonations${query}`, { user_id: of.id, reason: 'Why' })
    return as(data?.token ?? '')
  }
  const otherQuery = `?account_id=${other.accountId}`
  const inOtherAccount = await impersonate(withoutFactor, other, otherQuery)
  expect((await inOtherAccount.get('/auth/me')).status).toBe(200)
  expect((await withoutFactor.get(`/audit_logs${otherQuery}`)).status).toBe(200)
  await admin.put(path, { require_two_factor_for_admins: true })

  expect((await withoutFactor.get(`/audit_logs${otherQuery}`)).code).toBe('two_factor_required')
  expect(
    (await impersonate(withoutFactor, other, otherQuery).then((token) => token.get('/auth/me')))
      .status,
  ).toBe(401)
  expect((await inOtherAccount.get('/auth/me')).code).toBe('token_revoked')
  expect((await withoutFactor.get('/auth/me')).data.user.permissions).not.toContain(
    'admin.settings.read',
  )
  expect((await key.get('/users')).status).toBe(200)
  expect((await key.put(`/users/${colleague.id}/suspend`, {})).code).toBe('insufficient_rank')
  const impersonation = await withoutFactor.post('/impersonations', {
    user_id: admin.id,
    reason: 'Why',
  })
  expect(impersonation.code).toBe('insufficient_rank')
  expect((await withoutFactor.get('/users')).status).toBe(200)

  // The impersonator's second factor counts, also while impersonating a user without one.
  const acting = await impersonate(admin, colleague)
  expect((await acting.get('/admin_settings')).status).toBe(200)
  expect((await owner.get(`/impersonations/history`)).data).toHaveLength(1)
  expect((await other.get('/impersonations/history')).data).toMatchObject([
    { status: 'ended', end_reason: 'impersonator_lost_permission' },
  ])
  await enrol(withoutFactor)
  expect((await withoutFactor.get('/admin_settings')).status).toBe(200)
  await admin.put(path, { require_two_factor_for_admins: false })
})

test('a new key signs at once, the previous key is valid for a day, and neither is ever shown', async () => {
  const { admin, owner, visitor, travel, platform } = await admins()
  const before = (await admin.get(path)).data.signing_key
  const { data } = await rotate(admin, { reason: 'Yearly', force: true })
  expect(data).toMatchObject({ previous_key_id: before.id, grace_period_hours: 24 })
  const after = (await admin.get(path)).data.signing_key
  expect(after).toMatchObject({ id: data.key_id, previous_id: before.id })

  const kid = (token: string) => JSON.parse(atob(token.split('.')[0] ?? '')).kid
  expect(kid(owner.accessToken)).toBe(before.id)
  expect((await owner.get('/auth/me')).status).toBe(200)
  const refresh = { refresh_token: owner.refreshToken }
  const renewed = (await visitor.post('/auth/refresh', refresh)).data
  expect(kid(renewed.access_token)).toBe(data.key_id)

  const { metadata, severity } = await admin.ctx
    .own('audit_logs')
    .select()
    .select(['metadata', 'severity'])
    .where('action', '=', 'signing_key.rotated')
    .where('resource_id', '=', data.key_id)
    .executeTakeFirstOrThrow()
  expect([metadata, severity]).toEqual([{ reason: 'Yearly', previous: before.id }, 'critical'])
  expect(JSON.stringify(data)).not.toContain(
    Buffer.from(platform.keys.current().secret).toString('base64'),
  )
  travel(24 * 60 + 1)
  const stale = await visitor.post('/auth/refresh', { refresh_token: admin.refreshToken })
  expect(stale.code).toBe('invalid_refresh_token')
  const refreshBody = { refresh_token: renewed.refresh_token }
  expect((await visitor.post('/auth/refresh', refreshBody)).status).toBe(200)
})

test('a second rotation within the grace period is refused and changes nothing', async () => {
  const { admin, owner, visitor, platform } = await admins()
  await platform.database.deleteFrom('signing_keys').where('retired_at', 'is not', null).execute()
  const twice = await Promise.all([rotate(admin), rotate(admin)])
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await rotate(admin)).code).toBe('invalid_transition')
  expect((await owner.get('/auth/me')).status).toBe(200)
  const refreshed = await visitor.post('/auth/refresh', { refresh_token: owner.refreshToken })
  expect(refreshed.status).toBe(200)
})

test('a forced rotation removes the oldest key and invalidates its tokens', async () => {
  const { admin, owner } = await admins()
  expect((await owner.get('/auth/me')).status).toBe(200)
  await rotate(admin, { force: true })
  await rotate(admin, { force: true })
  expect((await owner.get('/auth/me')).code).toBe('unauthorized')
  expect((await rotate(admin)).status).toBe(401)
})

test('fifty clients that keep calling two servers see no errors during a rotation', async () => {
  const here = await admins()
  const { admin, join, visitor } = here
  const second = await secondServer(here)
  const clientUsers = await Promise.all(Array.from({ length: 50 }, () => join('member')))
  const failures: string[] = []
  let running = true
  let rotated = ''
  const signers = new Set<string>()
  const clients = clientUsers.map(async (user, n) => {
    let { accessToken: token, refreshToken } = user
    for (let round = 0; running || round < 3; round++) {
      if (round % 3 === 2) {
        const { data, status, code } = await visitor.post('/auth/refresh', {
          refresh_token: refreshToken,
        })
        if (status !== 200) failures.push(`refresh ${status} ${code}`)
        token = data?.access_token ?? token
        refreshToken = data?.refresh_token ?? refreshToken
      }
      signers.add(JSON.parse(atob(token.split('.')[0] ?? '')).kid)
      // A token of a new key may reach the other server before the notification of the key.
      const onSecond = await second.get('/auth/me', token)
      const old = await second.get('/auth/me', user.accessToken)
      const here = await (n % 2 ? user.get('/auth/me') : visitor.get('/health'))
      for (const { statusCode } of [onSecond, old]) {
        if (statusCode !== 200) failures.push(`second server ${statusCode}`)
      }
      if (here.status !== 200) failures.push(`first server ${here.status}`)
    }
  })
  const rotation = rotate(admin, { force: true }).then(({ data }) => {
    rotated = data.key_id
  })
  await rotation
  running = false
  await Promise.all(clients)
  await second.close()
  expect(failures).toEqual([])
  expect(signers).toContain(rotated)
  expect(signers.size).toBe(2)
}, 60_000)

test('a change reaches another server without a restart', async () => {
  const here = await admins()
  const second = await secondServer(here)
  await here.admin.put(path, { access_token_minutes: 6 })
  await expect.poll(() => second.platform.settings.values.access_token_minutes).toBe(6)
  await here.admin.put(path, { access_token_minutes: 15 })
  await expect.poll(() => second.platform.settings.values.access_token_minutes).toBe(15)
  await second.close()
})
