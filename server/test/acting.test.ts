import { expect, test } from 'vitest'
import { handsOutCredentials } from '../platform/http/route.ts'
import { mayWhileActing } from './exceptions.ts'
import { guarded, rowCounts, send, withBusiness } from './routes.ts'
import { PASSWORD, type TestUser, world } from './world.ts'

const forPeople = guarded.filter(({ route }) => !route.spec.can.startsWith('system.'))

/** What changes something, or hands out what lasts longer than an impersonation. */
const lasting = forPeople.filter(
  ({ route }) => route.method !== 'GET' || handsOutCredentials(route.spec),
)

async function actAs({ as }: Awaited<ReturnType<typeof world>>, by: TestUser, target: TestUser) {
  const path = `/impersonations?account_id=${target.accountId}`
  return as((await by.post(path, { user_id: target.id, reason: 'Ticket 4711' })).data.token)
}

test('what lasts is refused to whoever acts as somebody, or exceptions.ts says why not', () => {
  const open = lasting.filter(({ route }) => !route.spec.notImpersonating)
  const operations = [...new Set(open.map(({ route }) => route.operation))]
  expect(operations.filter((operation) => !(operation in mayWhileActing))).toEqual([])
  if (!withBusiness) return
  const unneeded = Object.keys(mayWhileActing).filter((name) => !operations.includes(name))
  expect(unneeded).toEqual([])
})

test('each refused route answers so to an acting administrator, and writes nothing', async () => {
  const here = await world()
  const [by, target] = [await here.join('owner', 'admin'), await here.join('owner', 'admin')]
  const acting = await actAs(here, by, target)
  const before = await rowCounts(here.platform)
  for (const { name, route } of forPeople) {
    if (!route.spec.notImpersonating) continue
    expect([name, (await send(acting, route)).code]).toEqual([name, 'impersonation_restricted'])
  }
  expect(await rowCounts(here.platform)).toEqual(before)
})

test('whoever acts leaves nobody, no invitation, no link and no file behind', async () => {
  const here = await world()
  const [by, target] = [await here.join('owner', 'admin'), await here.stranger()]
  const mine = (await target.post('/audit_logs/export', {})).data.id
  const { data: colleague } = await target.post('/users', {
    ...{ name: 'Colleague', email: `colleague-${target.id}@example.com`, roles: ['member'] },
  })
  const acting = await actAs(here, by, target)
  const email = `mine-${target.id}@example.com`
  const refused = [
    acting.post('/users', { name: 'Mine', email, roles: ['owner'], password: PASSWORD }),
    acting.post('/invitations', { email, roles: ['owner'] }),
    acting.post('/audit_logs/export', {}),
    acting.get(`/audit_logs/exports/${mine}`),
    acting.put(`/users/${colleague.id}/activate`),
    ...[{ email }, { roles: ['owner'] }].map((it) => acting.patch(`/users/${colleague.id}`, it)),
  ]
  for (const answer of await Promise.all(refused)) {
    expect([answer.status, answer.code]).toEqual([403, 'impersonation_restricted'])
  }
  expect((await here.mailsTo(email)).length).toBe(0)
})
