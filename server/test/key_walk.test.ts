import { beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../platform/http/route.ts'
import { allPermissions, isForUsersOnly } from '../platform/kernel/permissions.ts'
import { makeExamples } from './examples.ts'
import { exampleBody, guarded, send, UNKNOWN } from './routes.ts'
import { type Client, world } from './world.ts'

interface Operation {
  operationId: string
  security: Record<string, string[]>[]
}

interface Document {
  paths: Record<string, Record<string, Operation>>
}

// Waits for a worker, and this test has none: such routes are sent what they refuse.
const waits = ({ operation, spec }: Route) => spec.waits || operation === 'webhooks.test'

let documented: Map<string, Operation>
let key: Client
let ids: Record<string, string>

beforeAll(async () => {
  const here = await world()
  const { app, owner, join, keyOf } = here
  const { paths } = app.swagger() as unknown as Document
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  documented = new Map(operations.map((operation) => [operation.operationId, operation]))
  key = await keyOf(
    owner,
    allPermissions.filter((permission) => !isForUsersOnly(permission)),
  )
  const examples = await makeExamples(here, await join('owner', 'admin'), owner)
  // Deletes a user other than the creator of the key, because the key is deleted with its creator.
  ids = { ...examples, users: (await join('member')).id }
})

const acceptsKey = ({ operation }: Route) =>
  documented.get(operation)?.security.some((way) => way.api_key) ?? false

// DELETE routes come last, so that the others find their records.
const inOrder = guarded.toSorted(
  (one, other) => Number(one.route.method === 'DELETE') - Number(other.route.method === 'DELETE'),
)

describe('a key with every scope', () => {
  test('can call exactly the routes that the OpenAPI document allows for keys', async () => {
    const wrong: unknown[] = []
    for (const { name, route } of inOrder) {
      const refusedBody = waits(route) && { unknown_field: true }
      const body = route.spec.body ? refusedBody || exampleBody(route) : undefined
      const oneRecord = route.path.split(':').length === 2 && !waits(route)
      const id = oneRecord ? ids[route.noun] : undefined
      const { status, code } = await send(key, route, id ?? UNKNOWN, body)
      const refused = [401, 403].includes(status)
      const found = status !== 404 || id === undefined
      if (refused === acceptsKey(route) || (!refused && !found)) {
        wrong.push([name, status, code])
      }
      if (status >= 500) wrong.push([name, status])
      // Two paths can delete the same record.
      if (route.method === 'DELETE' && status === 200) delete ids[route.noun]
    }
    expect(wrong).toEqual([])
  })
})
