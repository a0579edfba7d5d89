import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { named } from '../../test/routes.ts'
import { type Client, confirmed, PASSWORD, world } from '../../test/world.ts'
import { handsOutCredentials } from './route.ts'

const key = () => ({ 'idempotency-key': randomUUID() })
const completed = { status: 409, code: 'idempotency_completed' }

/** The fields of a response with their paths, including nested objects. */
function fieldsOf(schema: unknown, path = ''): [string, { format?: string; type?: unknown }][] {
  const {
    properties = {},
    items,
    anyOf = [],
  } = (schema ?? {}) as {
    properties?: Record<string, object>
    items?: object
    anyOf?: object[]
  }
  const fields = Object.entries(properties).flatMap(([name, field]) => [
    [`${path}.${name}`, field] as [string, object],
    ...fieldsOf(field, `${path}.${name}`),
  ])
  return [...fields, ...[items, ...anyOf].flatMap((part) => (part ? fieldsOf(part, path) : []))]
}

/** Fields that are named like a credential but are not one. */
const harmless: Record<string, string> = {
  masked_key: 'its prefix, to identify keys',
  dedupe_key: 'a name shared by reports of the same problem',
  secret_preview: 'its prefix',
  token_preview: 'its prefix',
  code: 'why a key is invalid',
  postal_code: 'part of an address',
  key_id: 'the id of a key that never leaves the server',
  previous_key_id: 'the same',
  api_key: 'the record of a key, without the key itself',
  url: 'the address of an external service',
  public_url: 'the address of this server',
  action_url: 'a page of the web app',
  webhook_url: 'the address of this server that a payment gateway calls',
  base_url: 'the address of a payment gateway',
  publishable_key: 'made by a payment gateway for browsers',
  setup_token: 'of use only with the secret of the seller',
  idempotency_key: 'the name of a call',
  clamd_url: 'the address of a virus scanner',
  storage_key: 'the name of what was made of a file',
  failure_code: 'why a payment failed',
  promotional_discount_code: 'what customers enter, shown to those who manage plans',
}

describe('a reply with credentials', () => {
  test('is recognised by its schema: fields named like a credential are declared as secrets', () => {
    const suspicious = /(^|_)(token|secret|key|keys|code|codes|password|url|uri|value|signature)$/
    const undeclared = named.flatMap(({ route, name }) =>
      fieldsOf(route.spec.of)
        .filter(([path, { type }]) => {
          const word = path.split('.').at(-1) ?? ''
          const texts = [type].flat().includes('string')
          return texts && suspicious.test(word) && !(word in harmless)
        })
        .filter(([path, { format }]) => format !== 'password' && !/\.(old|new)_value$/.test(path))
        .map(([path]) => `${name} ${path}`),
    )
    expect(undeclared).toEqual([])
  })

  test('is declared on the route if its shape is open', () => {
    const open = named.filter(({ route }) => {
      const { can, of, secret } = route.spec
      const shape = of as { patternProperties?: object } | undefined
      return route.method === 'POST' && can === 'public' && shape?.patternProperties && !secret
    })
    expect(open.map(({ name }) => name)).toEqual([])
    const handing = named.filter(({ route }) => route.method === 'POST')
    const names = handing.filter(({ route }) => handsOutCredentials(route.spec))
    expect(names.map(({ name }) => name.replace('POST /api/v1', '')).sort()).toEqual([
      '/accounts/switch',
      '/admin/mails/:id/send_again',
      '/admin/pages/:id/preview',
      '/analytics/export',
      '/api_keys',
      '/api_keys/:id/regenerate',
      '/audit_logs/export',
      '/auth/login',
      '/auth/passkey',
      '/auth/passkey/options',
      '/auth/refresh',
      '/auth/register',
      '/auth/verify-2fa',
      '/billing/payment-intent',
      '/files/:id/share',
      '/impersonations',
      '/internal/gateway_calls/:id/begin',
      '/internal/gateway_connection_jobs/:id/begin',
      '/internal/reconciliation/begin',
      '/internal/service_checks/prepare',
      '/internal/webhook_deliveries/prepare',
      '/invitations/:token/accept',
      '/kb/articles/:key/preview',
      '/passkeys/options',
      '/payment_methods/setup_intent',
      '/reports',
      '/reports/requests/:id/cancel',
      '/reports/requests/:id/retry',
      '/shares/:token/download',
      '/two_factor/enable',
      '/two_factor/regenerate_backup_codes',
      '/two_factor/verify_setup',
      '/webhooks',
      '/webhooks/:id/rotate_secret',
      '/workers',
      '/workers/:id/regenerate_token',
    ])
  })

  test('is not replayed: tokens, keys, links', async () => {
    const { owner, visitor, platform } = await world()
    const headers = key()
    const credentials = { email: owner.email, password: PASSWORD }
    const login = () => visitor.post('/auth/login', credentials, headers)
    const first = await login()
    expect(first.status).toBe(200)
    const again = await login()
    expect(again).toMatchObject(completed)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect((await owner.get('/audit_logs?action=user.login')).meta.total_count).toBe(1)

    for (const [path, body] of [
      ['/api_keys', { name: 'Key', scopes: ['users.read'] }],
      ['/webhooks', { url: 'https://example.com/hooks' }],
      ['/audit_logs/export', { format: 'csv' }],
    ] as const) {
      expect((await owner.post(path, body, headers)).status).toBe(201)
      expect(await owner.post(path, body, headers)).toMatchObject(completed)
    }
    const { rows } = await sql<{ kept: Buffer }>`
      select sealed_reply as kept from idempotency_keys
      where key = ${headers['idempotency-key']}`.execute(platform.database)
    expect(rows).toHaveLength(4)
    for (const { kept } of rows) {
      expect(JSON.parse(platform.vault.open(kept).toString())).toEqual({ completed: true })
    }
  })

  test('is created once for concurrent requests with the same key', async () => {
    const { owner } = await world()
    const headers = key()
    const body = { name: 'Key', scopes: ['users.read'] }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => owner.post('/api_keys', body, headers)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await owner.get('/api_keys')).meta.total_count).toBe(1)
  })
})

describe('a key belongs to its caller, account and route', () => {
  test('visitors behind one address are separate: a different body is a different request', async () => {
    const { visitor, owner, stranger } = await world()
    const headers = key()
    const other = await stranger()
    for (const { email } of [owner, other]) {
      const answer = await visitor.post('/auth/login', { email, password: PASSWORD }, headers)
      expect([answer.status, answer.data?.user.email]).toEqual([200, email])
    }
  })

  test('a key does not reveal whether a password is that of the first request', async () => {
    const { visitor, owner } = await world()
    const headers = key()
    const login = (password: string) =>
      visitor.post('/auth/login', { email: owner.email, password }, headers)
    expect((await login(PASSWORD)).status).toBe(200)
    expect((await login('Wrong-Horse-7-Battery')).code).toBe('invalid_credentials')
    expect((await owner.get(`/users/${owner.id}`)).data.failed_login_attempts).toBe(1)
  })

  test('the same key in another account is a separate request', async () => {
    const { owner, stranger, as } = await world()
    const guest = await stranger()
    await confirmed(guest)
    const permissions = ['webhooks.create', 'webhooks.read']
    await owner.post('/accounts/current/delegations', { email: guest.email, permissions })
    const headers = key()
    const body = { url: 'https://example.com/hooks' }
    const at_home = await guest.post('/webhooks', body, headers)
    const { data } = await guest.post('/accounts/switch', { account_id: owner.accountId })
    const away = await as(data.access_token).post('/webhooks', body, headers)
    expect([at_home.status, away.status]).toEqual([201, 201])
    expect(away.headers['idempotency-replayed']).toBeUndefined()
    expect(away.data.id).not.toBe(at_home.data.id)
  })

  test('an impersonation has separate keys', async () => {
    const { owner, join, as } = await world()
    const target = await join('manager')
    const headers = key()
    const read = (who: Client) => who.post('/notifications/read_all', undefined, headers)
    const own = await read(target)
    const { data } = await owner.post('/impersonations', { user_id: target.id, reason: 'Ticket' })
    const acting = await read(as(data.token))
    expect([own.status, acting.status]).toEqual([200, 200])
    expect((await read(target)).headers['idempotency-replayed']).toBe('true')
    expect(acting.headers['idempotency-replayed']).toBeUndefined()
  })

  test('links and bodies cannot be read or guessed from the stored rows', async () => {
    const { visitor, platform } = await world()
    const headers = key()
    const token = 't'.repeat(1500)
    const long = await visitor.post(
      `/notifications/unsubscribe?token=${token.slice(0, 500)}`,
      undefined,
      headers,
    )
    expect(long.status).toBe(422)
    const accepted = await visitor.post(
      `/invitations/${token}/accept`,
      { password: PASSWORD, name: 'Grace' },
      headers,
    )
    expect(accepted.status).toBe(404)
    await visitor.post('/auth/forgot-password', { email: 'nobody@example.com' }, headers)
    const { rows } = await sql<{ scope: string; body_digest: string }>`
      select scope, body_digest from idempotency_keys
      where key = ${headers['idempotency-key']}`.execute(platform.database)
    for (const { scope, body_digest } of rows) {
      expect(scope).toMatch(/^[0-9a-f]{64}$/)
      expect(body_digest).toMatch(/^[0-9a-f]{64}$/)
    }
  })
})

describe('a failure', () => {
  test('after a commit is replayed, without running again', async () => {
    const { visitor, owner } = await world()
    const headers = key()
    const login = () =>
      visitor.post('/auth/login', { email: owner.email, password: 'wrong' }, headers)
    const first = await login()
    expect([first.status, first.code]).toEqual([401, 'invalid_credentials'])
    const again = await login()
    expect([again.status, again.code]).toEqual([401, 'invalid_credentials'])
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      'www-authenticate': 'Bearer',
    })
    expect((await owner.get(`/users/${owner.id}`)).data.failed_login_attempts).toBe(1)
  })

  test('before a commit releases the key', async () => {
    const { owner } = await world()
    const headers = key()
    const body = { name: 'Grace', email: `g-${owner.id}@example.com`, roles: ['nonsense'] }
    expect((await owner.post('/users', body, headers)).status).toBe(422)
    const again = await owner.post('/users', { ...body, roles: ['member'] }, headers)
    expect(again.status).toBe(201)
  })
})
