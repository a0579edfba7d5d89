import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isOpen, type Route } from '../platform/http/route.ts'
import { makeExamples, type World } from './examples.ts'
import { exampleBody, named, send, withBusiness } from './routes.ts'
import { rowsOf } from './rows.ts'
import { type Client, PASSWORD, type TestResponse, type TestUser, world } from './world.ts'

const ROUNDS = [1, 2, 3, 4]

const ofRecords = named
  .map(({ route }) => route)
  .filter(({ method, path }) => method !== 'GET' && path.includes('/:id'))
// The caller, its session and account are deleted last.
const last = ['workers', 'sessions', 'users', 'accounts']
const nouns = [...new Set(ofRecords.map(({ noun }) => noun))].sort(
  (a, b) => last.indexOf(a) - last.indexOf(b),
)

test.skipIf(!withBusiness).each(ROUNDS)(
  'all routes that change a record, called twice and concurrently, never fail (%i)',
  async (round) => {
    const here = await world()
    const admin = await here.join('owner', 'admin')
    const own = await makeExamples(here, admin, here.owner, admin)
    for (const noun of nouns) {
      const routes = ofRecords.filter((route) => route.noun === noun)
      const calls = shuffled([...routes, ...routes], round).map(async (route) => {
        const caller = callerOf(here, admin, route)
        const answer = await send(caller, route, own[noun], bodyOf(route, round))
        expectAnswered(`${route.method} ${route.path}`, answer)
      })
      await Promise.all(calls)
    }
  },
)

type Scene = Omit<World, 'member'> & { admin: TestUser; member: TestUser }
type Race = (scene: Scene) => Promise<(() => Promise<TestResponse>)[]>

const times = (count: number, call: () => Promise<TestResponse>) =>
  Array<typeof call>(count).fill(call)
const newAddress = () => `${randomUUID()}@example.com`

/** Concurrent calls: a record is used while another call deletes it, or creates the same one. */
const races: Record<string, Race> = {
  'starting impersonations': async ({ admin, owner, member }) =>
    [admin, owner, admin, owner].map(
      (who) => () => who.post('/impersonations', { user_id: member.id, reason: 'Race' }),
    ),

  'signing in while the user is deleted': async ({ visitor, owner, member }) => {
    const login = (password: string) => () =>
      visitor.post('/auth/login', { email: member.email, password })
    await givePassword(owner, member)
    return [
      ...times(3, login(PASSWORD)),
      login('wrong'),
      () => visitor.post('/auth/refresh', { refresh_token: member.refreshToken }),
      () => owner.delete(`/users/${member.id}`),
      login('wrong'),
      login(PASSWORD),
    ]
  },

  'actions of a user, changes to the user, and deletion': async (here) => {
    const { admin, owner, member, visitor } = here
    const path = `/users/${member.id}`
    const { data: roles } = await owner.get('/roles?sort=name')
    return [
      () => owner.post(`${path}/roles/${roles[0].id}`),
      () => member.patch(path, { name: 'Other', preferences: { theme: 'dark' } }),
      () => member.post('/two_factor/enable'),
      () => member.post('/passkeys/options'),
      () => visitor.post('/auth/forgot-password', { email: member.email }),
      () => visitor.post('/auth/resend-verification', { email: member.email }),
      () => admin.post('/impersonations', { user_id: member.id, reason: 'Race' }),
      () => owner.put(`${path}/suspend`, { reason: 'Race' }),
      () => owner.patch(path, { roles: ['member', 'manager'] }),
      () => owner.delete(path),
      () => owner.post(`${path}/roles/${roles[1].id}`),
      () => owner.post(`${path}/reset_password`),
      () => owner.put(`${path}/unlock`),
      () => member.post('/auth/logout'),
      () => member.post('/api_keys', { name: 'Key', scopes: ['users.read'] }),
    ]
  },

  'granting and deleting a role': async ({ owner, member }) => {
    const name = randomUUID().replace(/[^a-f]/g, '_')
    const made = await owner.post('/roles', { name, display_name: 'Custom' })
    const role = `/roles/${made.data.id}`
    const roles = [name]
    return [
      () => owner.patch(`/users/${member.id}`, { roles }),
      () => owner.post('/users', { name: 'New', email: newAddress(), roles }),
      () => owner.post(`/users/${member.id}/roles/${made.data.id}`),
      () => owner.post('/invitations', { email: newAddress(), roles }),
      () => owner.delete(role),
      () => owner.patch(role, { name: 'other', permissions: ['users.read'] }),
      () => owner.post('/roles', { name, display_name: 'Custom' }),
      () => owner.patch(`/users/${member.id}`, { roles: [name, 'member'] }),
      () => owner.delete(role),
    ]
  },

  'creating roles, users, invitations and addresses with the same name': async ({
    owner,
    visitor,
  }) => {
    const email = newAddress()
    const guest = newAddress()
    const person = { name: 'Rae', email: newAddress(), password: PASSWORD }
    return shuffled(
      [
        ...times(2, () => owner.post('/roles', { name: 'twice', display_name: 'Twice' })),
        ...times(2, () => owner.post('/users', { name: 'Twin', email })),
        ...times(2, () => owner.post('/invitations', { email: guest })),
        ...times(2, () => visitor.post('/auth/register', { ...person, account_name: 'Rae & Co' })),
        ...times(2, () => owner.patch('/accounts/current', { subdomain: email.slice(0, 20) })),
      ],
      5,
    )
  },

  'testing, changing and deleting a webhook': async ({ owner }) => {
    const made = await owner.post('/webhooks', { url: 'https://example.com/hooks' })
    await owner.patch('/accounts/current', { name: 'Announced' })
    const { data } = await owner.get(`/webhooks/deliveries?webhook_id=${made.data.id}`)
    const webhook = `/webhooks/${made.data.id}`
    return [
      () => owner.patch('/accounts/current', { name: 'Announced again' }),
      () => owner.post(`${webhook}/rotate_secret`),
      () => owner.post(`/webhooks/deliveries/${data[0].id}/replay`),
      () => owner.delete(webhook),
      () => owner.post('/webhooks/retry_failed', { webhook_id: made.data.id }),
      () => owner.patch('/accounts/current', { name: 'And again' }),
    ]
  },

  'accepting, resending and cancelling an invitation': async (here) => {
    const email = newAddress()
    const { data } = await here.owner.post('/invitations', { email })
    const token = await here.mailedToken(email)
    const accept = () =>
      here.visitor.post(`/invitations/${token}/accept`, { name: 'Gil', password: PASSWORD })
    return [
      ...times(2, accept),
      () => here.owner.post(`/invitations/${data.id}/resend`),
      () => here.owner.delete(`/invitations/${data.id}`),
    ]
  },

  'using, changing and revoking a delegation': async ({ owner, stranger }) => {
    const delegate = await stranger()
    const given = { email: delegate.email, permissions: ['users.read'] }
    const { data } = await owner.post('/accounts/current/delegations', given)
    const path = `/accounts/current/delegations/${data.id}`
    const use = () => delegate.post('/accounts/switch', { account_id: owner.accountId })
    return [
      ...times(2, use),
      () => owner.patch(path, { notes: 'Changed' }),
      () => owner.delete(path),
      ...times(2, () => owner.post('/accounts/current/delegations', given)),
      use,
    ]
  },
}

describe('concurrent calls', () => {
  test.each(Object.keys(races))('%s: no call fails', async (what) => {
    const here = await world()
    const admin = await here.join('owner', 'admin')
    for (const round of ROUNDS) {
      const calls = await races[what]?.({ ...here, admin, member: await here.member() })
      const answers = await Promise.all((calls ?? []).map((call) => call()))
      for (const answer of answers) expectAnswered(`${what}, round ${round}`, answer)
    }
  })
})

test('each of several concurrent impersonations ends the previous one, and one remains', async () => {
  const { owner, member, join } = await world()
  const admin = await join('owner', 'admin')
  const { id } = await member()
  const started = await Promise.all(
    [owner, admin, owner, admin].map((who) =>
      who.post('/impersonations', { user_id: id, reason: 'Race' }),
    ),
  )
  expect(started.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect((await owner.get('/impersonations')).meta.total_count).toBe(1)
  expect((await owner.get('/impersonations/history')).meta.total_count).toBe(4)
})

test('a user who is deleted while signing in cannot sign in afterwards', async () => {
  const { owner, member, visitor } = await world()
  const person = await member()
  await givePassword(owner, person)
  const login = () => visitor.post('/auth/login', { email: person.email, password: PASSWORD })
  const answers = await Promise.all([login(), owner.delete(`/users/${person.id}`), login()])
  for (const { status, code } of answers) {
    expect([status, code]).toBeOneOf([
      [200, undefined],
      [401, 'invalid_credentials'],
      [401, 'token_revoked'],
    ])
  }
  expect((await login()).code).toBe('invalid_credentials')
})

test('a role that is deleted while it is granted is either kept or granted to nobody', async () => {
  const { owner, member } = await world()
  const person = await member()
  const { data } = await owner.post('/roles', { name: 'fleeting', display_name: 'Fleeting' })
  const [given, deleted] = await Promise.all([
    owner.patch(`/users/${person.id}`, { roles: ['fleeting'] }),
    owner.delete(`/roles/${data.id}`),
  ])
  const { roles } = (await owner.get(`/users/${person.id}`)).data
  if (given?.status === 200) {
    expect([deleted?.code, roles]).toEqual(['role_in_use', ['fleeting']])
  } else {
    expect(given?.errors).toEqual({ roles: ['unknown role: fleeting'] })
    expect([deleted?.status, roles]).toEqual([200, ['member']])
  }
})

async function givePassword(from: TestUser, to: TestUser) {
  const { password_digest } = await from.ctx
    .own('users')
    .select()
    .select('password_digest')
    .where('id', '=', from.id)
    .executeTakeFirstOrThrow()
  await rowsOf(from.ctx, 'users').update({ password_digest }).where('id', '=', to.id).execute()
}

function callerOf(here: World, admin: TestUser, { spec }: Route): Client {
  if (isOpen(spec)) return here.visitor
  return spec.can.startsWith('system.') ? here.worker : admin
}

/** Two concurrent bodies: in some rounds the same, in others different ones. */
function bodyOf(route: Route, round: number) {
  if (!route.spec.body) return undefined
  const body = exampleBody(route)
  return 'name' in body && round % 2 ? { ...body, name: `Other ${Math.random()}` } : body
}

/** Neither a server error, nor a conflict that only the database detected. */
function expectAnswered(what: string, { status, body }: TestResponse) {
  const answer = `${what}: ${JSON.stringify(body)}`
  expect(status, answer).toBeLessThan(500)
  expect(String(body.error), answer).not.toMatch(/changed the same record|has just been deleted/)
}

function shuffled<T>(list: T[], seed: number): T[] {
  return [...list.keys()]
    .sort((a, b) => ((a * 31 + seed * 17) % 29) - ((b * 31 + seed * 17) % 29))
    .map((index) => list[index] as T)
}
