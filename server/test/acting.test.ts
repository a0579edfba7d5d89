import { expect, test } from 'vitest'
import { handsOutCredentials, type Route } from '../platform/http/route.ts'
import { guarded, rowCounts, send } from './routes.ts'
import { PASSWORD, type TestUser, world } from './world.ts'

const forPeople = guarded.filter(({ route }) => !route.spec.can.startsWith('system.'))

/** What changes something, or hands out what lasts longer than an impersonation. */
const isLasting = ({ method, spec }: Route) => method !== 'GET' || handsOutCredentials(spec)

async function actAs({ as }: Awaited<ReturnType<typeof world>>, by: TestUser, target: TestUser) {
  const path = `/impersonations?account_id=${target.accountId}`
  return as((await by.post(path, { user_id: target.id, reason: 'Ticket 4711' })).data.token)
}

test('what lasts is refused to whoever acts as somebody, or the route says why not', () => {
  const undecided = forPeople.filter(
    ({ route }) => isLasting(route) && !route.spec.notImpersonating && !route.spec.whileActing,
  )
  expect(
    undecided.map(({ name }) => `${name} needs notImpersonating: true, or whileActing: 'why not'`),
  ).toEqual([])
  const unneeded = forPeople.filter(
    ({ route }) => route.spec.whileActing && (route.spec.notImpersonating || !isLasting(route)),
  )
  expect(unneeded.map(({ name }) => name)).toEqual([])
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
