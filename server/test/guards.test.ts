import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { bounded } from '../platform/http/bounds.ts'
import type { Route } from '../platform/http/route.ts'
import { defaultRoles, type Permission } from '../platform/kernel/permissions.ts'
import { makeExamples } from './examples.ts'
import { exampleBody, guarded, named, rowCounts, send, sendBytes, UNKNOWN } from './routes.ts'
import { type TestUser, world } from './world.ts'

const byPermission = guarded.filter(({ route }) => route.spec.can !== 'signed_in')
const forWorkers = byPermission.filter(({ route }) => route.spec.can.startsWith('system.'))
const forUsers = guarded.filter(({ route }) => !route.spec.can.startsWith('system.'))
// Plans are shared by all accounts, so none belongs to another account.
const ofOneRecord = forUsers.filter(
  ({ route }) =>
    route.path.includes('/:id') && !route.spec.can.startsWith('admin.') && route.noun !== 'plans',
)

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser
let nobody: TestUser
/** Examples of another account and of this one, by the noun of their routes. */
let foreign: Record<string, string>
let own: Record<string, string>
/** Tokens in paths, by the noun of their routes. */
let tokens: Record<string, string>
let memberRole: string
let publicSlug: string

beforeAll(async () => {
  here = await world()
  admin = await here.join('owner', 'admin')
  nobody = await here.join()
  const stranger = await here.stranger()
  foreign = await makeExamples(here, admin, stranger)
  own = await makeExamples(here, admin, here.owner, admin)
  await recordViolation()
  const shared = await admin.post(`/files/${own.files}/share`, {})
  tokens = {
    invitations: await here.mailedToken(`invited-${here.owner.id}@example.com`),
    shares: shared.data.url.split('/').at(-1),
  }
  const { data } = await admin.get('/roles?sort=name')
  memberRole = data.find((role: { name: string }) => role.name === 'owner').id
  publicSlug = (await here.visitor.get('/pages')).data[0].slug
  await enableTwoFactor(admin)
})

describe.each(guarded)('$name', ({ route }) => {
  test('returns 401 without a token and with an invalid one', async () => {
    for (const client of [here.visitor, here.as('broken'), here.as('swt_unknown')]) {
      const answer = await send(client, route)
      expect(answer.status).toBe(401)
      expect(answer.code).toBe('unauthorized')
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
  })
})

describe.each(named.filter(({ route }) => route.spec.can === 'anyone'))('$name', ({ route }) => {
  test('needs no token, but refuses an invalid one', async () => {
    expect((await send(here.visitor, route)).status).not.toBe(401)
    const answer = await send(here.as('broken'), route)
    expect([answer.status, answer.code]).toEqual([401, 'unauthorized'])
  })
})

describe.each(byPermission)('$name', ({ route }) => {
  test('returns 403 without the permission, and writes nothing', async () => {
    const before = await rowCounts(here.platform)
    const answer = await send(nobody, route)
    expect(answer.status).toBe(403)
    expect(answer.body.details).toMatchObject({ permission: route.spec.can })
    expect(await rowCounts(here.platform)).toEqual(before)
  })
})

describe.each(forUsers.filter(({ route }) => !route.spec.worker))('$name', ({ route }) => {
  test('refuses workers', async () => {
    expect((await send(here.worker, route)).status).toBe(403)
  })
})

describe.each(forWorkers)('$name', ({ route }) => {
  test('refuses users, including administrators', async () => {
    expect((await send(admin, route)).status).toBe(403)
  })
})

describe.each(forUsers.filter(({ route }) => route.spec.worker))('$name', ({ route }) => {
  test('accepts workers with their own permission', async () => {
    expect((await send(here.worker, route)).status).not.toBe(403)
  })
})

describe.each(named.filter(({ route }) => route.kind === 'upload'))('$name', ({ route }) => {
  test('returns 415 for another type, and 413 if too large', async () => {
    const { maxBytes = 0 } = route.spec
    const path = route.path.replace('/api/v1', '').replace(/:\w+/g, UNKNOWN)
    const client = route.spec.can.startsWith('system.') ? here.worker : admin
    const wrong = await sendBytes(client, route, path, { 'content-type': 'text/x-nothing' })
    expect([wrong.status, wrong.code]).toEqual([415, 'unsupported_media_type'])
    const length = { 'content-length': String(maxBytes + 1) }
    const large = await sendBytes(client, route, path, length)
    expect([large.status, large.code]).toEqual([413, 'payload_too_large'])
  })
})

describe.each(ofOneRecord)('$name', ({ route }) => {
  test('returns the same 404 for a malformed, an unknown and another account’s id', async () => {
    const id = foreign[route.noun] ?? ''
    expect(id, `an example of ${route.noun}`).not.toBe('')
    const answers = await Promise.all(
      ['not-an-id', UNKNOWN, id].map((value) => send(admin, route, value, exampleBody(route))),
    )
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect({ ...body, request_id: '' }).toEqual({ ...answers[0]?.body, request_id: '' })
    }
  })
})

const roleTable = Object.entries(defaultRoles).filter(([, role]) => role.role_type !== 'system')

describe.each(roleTable)('a %s', (name, role) => {
  test('gets 403 exactly for the routes whose permission the role lacks', async () => {
    const user = await here.join(name)
    for (const { route } of byPermission) {
      // An unknown id and an invalid body: behind the guard, nothing may change.
      const answer = await send(user, route, UNKNOWN, { refused: true })
      const allowed = (role.permissions as readonly Permission[]).includes(
        route.spec.can as Permission,
      )
      expect([route.operation, answer.status === 403]).toEqual([route.operation, !allowed])
    }
  })
})

const readable = named.filter(({ route }) => route.method === 'GET' && route.kind === 'json')

describe.each(readable)('$name', ({ route }) => {
  test('returns a response that matches its schema', async () => {
    const client = route.spec.can.startsWith('system.') ? here.worker : admin
    const answer = await send(client, route, pathValueOf(route))
    expect(answer.status).toBe(200)
    const data = route.sorts ? { type: 'array', items: route.spec.of } : route.spec.of
    expect(ajv.validate(bounded(data), answer.data), ajv.errorsText()).toBe(true)
    if (route.sorts) {
      expect(answer.meta).toMatchObject({ current_page: 1, per_page: 20 })
      expect(
        answer.data.length,
        'an empty list proves little: add an example in domain.ts',
      ).toBeGreaterThan(0)
    }
  })
})

describe.each(named.filter(({ route }) => route.spec.body))('$name', ({ route }) => {
  test('documents a body that it accepts, and refuses unknown fields', () => {
    const example = exampleBody(route)
    expect(ajv.validate(route.spec.body ?? {}, example), ajv.errorsText()).toBe(true)
    expect(ajv.validate(route.spec.body ?? {}, { ...example, surprise: 1 })).toBe(false)
  })
})

const ajv = (addFormats as unknown as (ajv: Ajv) => Ajv)(
  new Ajv({ strict: false, allErrors: true, formats: { text: true, name: true } }),
)

/** The id, token or slug in the path of a GET. */
function pathValueOf(route: Route) {
  if (route.path.endsWith('/:token')) return tokens[route.noun]
  if (route.path.endsWith('/:slug')) return publicSlug
  return route.path === '/api/v1/roles/:id/users' ? memberRole : own[route.noun]
}

/** Records a rate limit violation. */
async function recordViolation() {
  const at = new Date()
  await here.platform.database
    .insertInto('rate_limit_violations')
    .values({
      id: crypto.randomUUID(),
      rule: 'visitor',
      scope: 'ip',
      identifier: '192.0.2.1',
      endpoint: 'GET /api/v1/users',
      limit: 300,
      count: 7,
      hour: at,
      last_at: at,
    })
    .execute()
}

/** Some routes require two-factor authentication to be enabled. */
async function enableTwoFactor(user: TestUser) {
  const { data } = await user.post('/two_factor/enable')
  const secret = Secret.fromBase32(data.manual_entry_key)
  await user.post('/two_factor/verify_setup', { code: new TOTP({ secret }).generate() })
}
