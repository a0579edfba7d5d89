import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'
import { DAY_MS, HOUR_MS } from '../kernel/time.ts'

const address = () => `${randomUUID()}@example.com`

test('ids are case-insensitive', async () => {
  const { owner, member } = await world()
  const { id } = await member()
  const loud = id.toUpperCase()
  expect((await owner.get(`/users/${loud}`)).data.id).toBe(id)
  const { data: role } = await owner.post('/roles', { name: 'loud', display_name: 'Loud' })
  const given = await owner.patch(`/users/${loud}`, { roles: ['loud'] })
  expect([given.status, given.data.id]).toEqual([200, id])
  const { data: entries } = await owner.get(`/audit_logs?user_id=${owner.id.toUpperCase()}`)
  expect(entries.length).toBeGreaterThan(0)
  expect((await owner.get(`/roles/${role.id.toUpperCase()}`)).data.id).toBe(role.id)
  // Permissions for one's own record also apply to an upper-case id.
  const nobody = await (await world()).join()
  expect((await nobody.get(`/users/${nobody.id.toUpperCase()}`)).status).toBe(200)
  expect((await owner.get(`/users?account_id=${owner.accountId.toUpperCase()}`)).status).not.toBe(
    500,
  )
})

test('a repeated parameter is refused on its field', async () => {
  const { owner } = await world()
  const twice = (name: string) => `${name}=${owner.accountId}&${name}=${owner.accountId}`
  for (const path of [`/audit_logs/stats?${twice('account_id')}`, `/users?${twice('search')}`]) {
    const { status, errors } = await owner.get(path)
    expect([path, status, Object.values(errors ?? {})]).toEqual([path, 422, [['must be a string']]])
  }
})

test.each([
  ['a zero-width space', '\u200b'],
  ['direction marks', '\u202e\u202c'],
  ['line breaks', '\r\n'],
  ['a byte order mark', '\ufeff\ufeff'],
  ['a Hangul filler', '\u3164'],
  ['a blank Braille cell', '\u2800\u2800'],
  ['a tag', '\u{e0041}\u{e0042}'],
  ['variation selectors', '\ufe0f\ufe0f'],
  ['soft hyphens', '\u00ad\u00ad'],
])('a name that contains only %s is blank, in every resource', async (_, blank) => {
  const { owner, join } = await world()
  const admin = await join('owner', 'admin')
  const name = blank.repeat(3)
  const answers = await Promise.all([
    owner.post('/users', { name, email: address() }),
    owner.patch('/accounts/current', { name }),
    owner.post('/api_keys', { name, scopes: ['users.read'] }),
    owner.post('/invitations', { name, email: address() }),
    owner.post('/roles', { name: 'blank', display_name: name }),
    owner.post('/webhooks', { url: 'https://example.com', description: name }),
    admin.post('/workers', { name }),
    admin.patch('/admin_settings', { system_name: name }),
  ])
  for (const { status, errors } of answers) {
    expect(status).toBe(422)
    expect(Object.values(errors ?? {})).toEqual([['cannot be blank']])
  }
})

test.each([
  ['a line break', 'Ada\r\nBcc: eve@example.com'],
  ['another control character', 'Ada\u0007'],
  ['a paragraph separator', 'Ada\u2029Lovelace'],
  ['a mark that changes the text direction', 'Ada\u202eecalevoL'],
])('a name with %s in it is refused', async (_, name) => {
  const { owner } = await world()
  const { status, errors } = await owner.post('/users', { name, email: address() })
  expect(status).toBe(422)
  expect(errors?.name?.[0]).toMatch(/^cannot contain line breaks/)
})

test('names in every script and multi-line texts are accepted', async () => {
  const { owner } = await world()
  for (const name of [
    'Łukasz O’Neill-Żak',
    '李小龍',
    'علی‌رضا',
    'אבי כהן',
    '👩‍💻',
    '7',
    'Müller & Söhne',
  ]) {
    const { status, data } = await owner.post('/users', { name, email: address() })
    expect([name, status, data.name]).toEqual([name, 201, name])
  }
  const message = 'Welcome!\n\nSee you on Monday.'
  expect((await owner.post('/invitations', { email: address(), message })).status).toBe(201)
})

test('the error of a pattern states what is allowed', async () => {
  const { owner } = await world()
  const subdomain = await owner.patch('/accounts/current', { subdomain: 'Not Allowed!' })
  expect(subdomain.errors).toEqual({ subdomain: ['must be 3 to 30 of a–z, 0–9 and hyphen'] })
  const role = await owner.post('/roles', { name: 'Häuptling', display_name: 'Chief' })
  expect(role.errors).toEqual({ name: ['may contain only a–z, _ and .'] })
})

test.each([
  '2026-11-23T23:59:60Z',
  '2026-11-23T09:30:61Z',
  '2026-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
  '2026-11-23',
  'yesterday',
])('an invalid time is refused on its field: %s', async (time) => {
  const { owner, join } = await world()
  const admin = await join('owner', 'admin')
  const scopes = ['users.read']
  const made = await owner.post('/api_keys', { name: 'K', scopes, expires_at: time })
  expect(made.errors).toEqual({ expires_at: ['is not a valid time'] })
  const since = await admin.get(`/admin/rate_limiting/violations?since=${encodeURIComponent(time)}`)
  expect(since.errors).toEqual({ since: ['is not a valid time'] })
})

test.each([
  '2026-02-30',
  '2026-11-23T00:00:00Z',
  '2026-11-23+02:00',
  '23.11.2026',
  '0000-12-31',
  '10000-01-01',
  'yesterday',
])('an invalid day is refused on its field: %s', async (day) => {
  const { owner, join } = await world()
  const admin = await join('owner', 'admin')
  const value = encodeURIComponent(day)
  for (const path of ['/audit_logs', '/webhooks/deliveries', '/api_keys/usage']) {
    for (const field of ['date_from', 'date_to']) {
      const { status, errors } = await owner.get(`${path}?${field}=${value}`)
      expect([path, status, errors?.[field]?.[0]]).toEqual([path, 422, expect.any(String)])
    }
  }
  const cleanUp = await admin.delete(`/audit_logs/cleanup?cutoff_date=${value}`)
  expect([cleanUp.status, Object.keys(cleanUp.errors ?? {})]).toEqual([422, ['cutoff_date']])
})

test('a time with an offset is the same time in UTC, in bodies and in queries', async () => {
  const { owner, join } = await world()
  const admin = await join('owner', 'admin')
  const tomorrow = new Date(Date.now() + DAY_MS)
  const inParis = new Date(tomorrow.getTime() + 2 * HOUR_MS).toISOString().replace('Z', '+02:00')
  const body = { name: 'K', scopes: ['users.read'], expires_at: inParis }
  const { data } = await owner.post('/api_keys', body)
  expect(data.expires_at).toBe(tomorrow.toISOString())
  const since = `/admin/rate_limiting/violations?since=${encodeURIComponent(inParis)}`
  expect((await admin.get(since)).status).toBe(200)
})

test('the first and the last valid day are accepted', async () => {
  const { owner } = await world()
  for (const day of ['0001-01-01', '9999-12-31']) {
    for (const path of [`/api_keys/usage?date_to=${day}`, `/audit_logs?date_from=${day}`]) {
      expect([path, (await owner.get(path)).status]).toEqual([path, 200])
    }
    expect((await owner.get(`/audit_logs?date_to=${day}`)).status).toBe(200)
    const deliveries = await owner.get(`/webhooks/deliveries?date_from=${day}&date_to=${day}`)
    expect(deliveries.status).toBe(200)
  }
  expect((await owner.get('/api_keys/usage?date_to=0000-12-31')).errors).toEqual({
    date_to: ['is not a valid date'],
  })
})

test('a number that would be stored as null is refused on its field, at any depth', async () => {
  const { owner, app } = await world()
  for (const [value, field] of [
    ['1e400', 'preferences.a'],
    ['[{"of": -1e400}]', 'preferences.a.0.of'],
  ]) {
    const response = await app.inject({
      method: 'PATCH',
      url: `/api/v1/users/${owner.id}`,
      headers: {
        authorization: `Bearer ${owner.accessToken}`,
        'content-type': 'application/json',
      },
      payload: `{"preferences": {"a": ${value}}}`,
    })
    expect(response.statusCode).toBe(422)
    expect(response.json().errors).toEqual({ [field ?? '']: ['is out of range'] })
  }
})

test('text that cannot be stored is refused on its field, at any depth and in the URL', async () => {
  const { owner } = await world()
  for (const bad of ['a\0b', 'a\ud800b', '\udfff']) {
    const named = await owner.post('/users', { name: bad, email: address() })
    expect(named.errors).toEqual({ name: ['contains characters that cannot be stored'] })
    const deep = await owner.patch(`/users/${owner.id}`, { preferences: { theme: [{ of: bad }] } })
    expect(deep.errors).toHaveProperty(['preferences.theme.0.of'])
    const key = await owner.patch(`/users/${owner.id}`, { preferences: { [bad]: 1 } })
    expect(key.errors).toHaveProperty('preferences')
  }
  expect((await owner.get('/users?search=a%00b')).errors).toEqual({
    search: ['contains characters that cannot be stored'],
  })
  expect((await owner.get('/users?search=%ED%A0%80')).status).toBeLessThan(500)
  expect((await owner.get('/invitations/a%00b')).errors).toHaveProperty('token')
})
