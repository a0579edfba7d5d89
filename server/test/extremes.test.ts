import { beforeEach, expect, test } from 'vitest'
import { makeExamples, type World } from './examples.ts'
import { extremesOf } from './extremes.ts'
import { named, send, UNKNOWN } from './routes.ts'
import { type Client, type TestResponse, type TestUser, world } from './world.ts'

const CONCURRENCY = 6

let here: World
let admin: TestUser | undefined
let own: Record<string, string>

beforeEach(async () => {
  // Some routes end a session or delete an account.
  if (admin && (await admin.get('/users')).status === 200) return
  here = await world()
  admin = await here.join('owner', 'admin')
  own = await makeExamples(here, admin, here.owner, admin)
})

// A stream does not end; its query is validated before it starts, like others.
const finite = named.filter(({ route }) => route.kind !== 'stream')

test.each(finite)(
  '$name accepts or refuses any value, without a server error',
  async ({ route }) => {
    const client = clientOf(route.spec.can) as Client
    const id = own[route.noun] ?? UNKNOWN
    const ids = [id, UNKNOWN]
    const waiting = extremesOf(route, ids)
    const failed: unknown[] = []
    const caller = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { query, body, field } = next
        const path = query ? { ...route, path: `${route.path}?${query}` } : route
        const answer = await send(client, path, id, body)
        if (isWrong(answer)) failed.push({ field, query, body, answer: answer.body })
      }
    }
    await Promise.all(Array.from({ length: CONCURRENCY }, caller))
    expect(failed).toEqual([])
  },
)

/** Invalid fields must be named; a value that only the database refuses was not covered by its schema. */
function isWrong({ status, errors }: TestResponse) {
  return status >= 500 || errors?.base?.includes('contains a value that cannot be stored')
}

function clientOf(can: string) {
  if (can === 'public') return here.visitor
  return can.startsWith('system.') ? here.worker : admin
}
