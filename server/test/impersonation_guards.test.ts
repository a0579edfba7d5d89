import { expect, test } from 'vitest'
import { handsOutCredentials, type Route } from '../platform/http/route.ts'
import { guarded, rowCounts, send } from './routes.ts'
import { PASSWORD, type TestUser, world } from './world.ts'

const forPeople = guarded.filter(({ route }) => !route.spec.can.startsWith('system.'))

/** Whether a route changes something, or returns a credential that outlives an impersonation. */
const hasLastingEffect = ({ method, spec }: Route) => method !== 'GET' || handsOutCredentials(spec)

async function impersonate(
  { as }: Awaited<ReturnType<typeof world>>,
  by: TestUser,
  target: TestUser,
) {
  const path = `/impersonations?account_id=${target.accountId}`
  return as((await by.post(path, { user_id: target.id, reason: 'Ticket 4711' })).data.token)
}

test('routes with lasting effects are refused while impersonating, or state why not', () => {
  const undecided = forPeople.filter(
    ({ route }) =>
      hasLastingEffect(route) && !route.spec.notImpersonating && !route.spec.whileImpersonating,
  )
  expect(
    undecided.map(
      ({ name }) => `${name} needs notImpersonating: true, or whileImpersonating: 'why not'`,
    ),
  ).toEqual([])
  const unneeded = forPeople.filter(
    ({ route }) =>
      route.spec.whileImpersonating && (route.spec.notImpersonating || !hasLastingEffect(route)),
  )
  expect(unneeded.map(({ name }) => name)).toEqual([])
})

test('each refused route returns impersonation_restricted to an administrator, and writes nothing', async () => {
  const here = await world()
  const [by, target] = [await here.join('owner', 'admin'), await here.join('owner', 'admin')]
  const impersonating = await impersonate(here, by, target)
  const before = await rowCounts(here.platform)
  for (const { name, route } of forPeople) {
    if (!route.spec.notImpersonating) continue
    expect([name, (await send(impersonating, route)).code]).toEqual([
      name,
      'impersonation_restricted',
    ])
  }
  expect(await rowCounts(here.platform)).toEqual(before)
})

test('an impersonator cannot create users, invitations, links or files', async () => {
  const here = await world()
  const [by, target] = [await here.join('owner', 'admin'), await here.stranger()]
  const mine = (await target.post('/audit_logs/export', {})).data.id
  const { data: colleague } = await target.post('/users', {
    ...{ name: 'Colleague', email: `colleague-${target.id}@example.com`, roles: ['member'] },
  })
  const impersonating = await impersonate(here, by, target)
  const email = `mine-${target.id}@example.com`
  const refused = [
    impersonating.post('/users', { name: 'Mine', email, roles: ['owner'], password: PASSWORD }),
    impersonating.post('/invitations', { email, roles: ['owner'] }),
    impersonating.post('/audit_logs/export', {}),
    impersonating.get(`/audit_logs/exports/${mine}`),
    impersonating.put(`/users/${colleague.id}/activate`),
    ...[{ email }, { roles: ['owner'] }].map((it) =>
      impersonating.patch(`/users/${colleague.id}`, it),
    ),
  ]
  for (const answer of await Promise.all(refused)) {
    expect([answer.status, answer.code]).toEqual([403, 'impersonation_restricted'])
  }
  expect((await here.mailsTo(email)).length).toBe(0)
})
