import { newKey } from '@powernode/modules/integrations/domains/api_keys/key_material.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { acceptsKeys } from '../platform/http/route.ts'
import { allPermissions, isForUsersOnly } from '../platform/kernel/permissions.ts'
import { exampleBody, guarded, rowCounts, send, UNKNOWN } from './routes.ts'
import { type Client, world } from './world.ts'

const open = guarded.filter(({ route }) => acceptsKeys(route.spec))
const closed = guarded.filter(({ route }) => !acceptsKeys(route.spec))

let here: Awaited<ReturnType<typeof world>>
/** A key with all scopes, and two keys with one scope each. */
let full: Client
let usersOnly: Client
let rolesOnly: Client

beforeAll(async () => {
  here = await world()
  const admin = await here.join('owner', 'admin')
  full = await here.keyOf(
    admin,
    allPermissions.filter((permission) => !isForUsersOnly(permission)),
  )
  usersOnly = await here.keyOf(admin, ['users.read'])
  rolesOnly = await here.keyOf(admin, ['roles.read'])
})

describe.each(guarded)('$name', ({ route }) => {
  test('returns 401 for a malformed or unknown API key, in either header', async () => {
    for (const key of ['pk_broken', newKey('live'), newKey('test')]) {
      for (const headers of [{ 'x-api-key': key }, { authorization: `Bearer ${key}` }]) {
        const answer = await send(here.with(headers), route)
        expect([answer.status, answer.code]).toEqual([401, 'invalid_api_key'])
        expect(answer.headers['www-authenticate']).toBe('Bearer')
      }
    }
  })
})

describe.each(open)('$name', ({ route }) => {
  test('returns 403 for a key without the scope, names it, and writes nothing', async () => {
    const before = await rowCounts(here.platform)
    const answer = await send(route.spec.can === 'users.read' ? rolesOnly : usersOnly, route)
    expect([answer.status, answer.code]).toEqual([403, 'scope_insufficient'])
    expect(answer.body.details).toEqual({ scope: route.spec.can })
    expect(await rowCounts(here.platform)).toEqual(before)
  })

  test('accepts a key with the scope', async () => {
    const { status } = await send(full, route, UNKNOWN, { refused: true })
    const isList = route.method === 'GET' && !route.path.includes(':')
    // A protocol refuses a request without its version.
    const expected = route.spec.advertises ? [404, 412] : isList ? [200] : [404, 422]
    expect(expected).toContain(status)
  })
})

describe.each(closed)('$name', ({ route }) => {
  test('refuses API keys with any scope, and writes nothing', async () => {
    const before = await rowCounts(here.platform)
    const body = route.spec.body ? exampleBody(route) : undefined
    const answer = await send(full, route, UNKNOWN, body)
    expect([answer.status, answer.code]).toEqual([403, 'forbidden'])
    expect(await rowCounts(here.platform)).toEqual(before)
  })
})
