import { rowsOf } from '@powernode/server/test/rows.ts'
import { confirmed, type TestUser, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

type World = Awaited<ReturnType<typeof world>>

async function start({ as }: World, by: TestUser, target: TestUser) {
  const { data } = await by.post('/impersonations', { user_id: target.id, reason: 'Ticket 4711' })
  return { data, impersonated: as(data.token) }
}

describe('an impersonation ends immediately and records why', () => {
  const another = 'Another-Horse-8-Battery'
  type Act = (here: World, helper: TestUser, target: TestUser) => Promise<unknown>
  const ends: [string, string, Act][] = [
    ['impersonator_deleted', 'deleted', ({ owner }, { id }) => owner.delete(`/users/${id}`)],
    [
      'impersonator_inactive',
      'suspended',
      ({ owner }, { id }) => owner.put(`/users/${id}/suspend`, {}),
    ],
    ['impersonator_signed_out', 'signed out', (_, helper) => helper.post('/auth/logout')],
    [
      'impersonator_credentials_changed',
      'given a new password',
      async ({ visitor, mailedToken }, helper) => {
        await confirmed(helper)
        await visitor.post('/auth/forgot-password', { email: helper.email })
        const token = await mailedToken(helper.email)
        const reset = await visitor.post('/auth/reset-password', { token, password: another })
        expect(reset.status).toBe(200)
      },
    ],
    [
      'impersonator_lost_permission',
      'of a lower role',
      ({ owner }, { id }) => owner.patch(`/users/${id}`, { roles: ['manager'] }),
    ],
    [
      'impersonator_lost_permission',
      'outranked by then',
      async ({ join }, _, { id }) =>
        (await join('owner', 'admin')).patch(`/users/${id}`, { roles: ['admin'] }),
    ],
    [
      'user_inactive',
      'impersonating a user who is suspended',
      ({ owner }, _, { id }) => owner.put(`/users/${id}/suspend`, {}),
    ],
    [
      'user_inactive',
      'impersonating a user who is deleted',
      ({ owner }, _, { id }) => owner.delete(`/users/${id}`),
    ],
  ]
  test.each(ends)('%s: the impersonator is %s', async (reason, _, act) => {
    const here = await world()
    const [helper, target] = [await here.join('owner'), await here.member()]
    const { impersonated, data } = await start(here, helper, target)
    expect((await impersonated.get('/auth/me')).status).toBe(200)
    await act(here, helper, target)
    expect((await impersonated.get('/auth/me')).status).toBe(401)
    expect(
      (await impersonated.post('/accounts/switch', { account_id: target.accountId })).status,
    ).toBe(401)
    const history = await here.owner.get('/impersonations/history')
    expect(history.data).toMatchObject([
      {
        status: 'ended',
        end_reason: reason,
        ended_at: expect.any(String),
        impersonator: { id: helper.id, name: helper.name, email: helper.email },
        user: { id: target.id, name: target.name, email: target.email },
      },
    ])
    expect((await here.owner.get('/impersonations')).data).toEqual([])
    const { data: entries } = await here.owner.get('/audit_logs?action=impersonation.ended')
    expect(entries[0]).toMatchObject({ resource_id: data.impersonation.id, metadata: { reason } })
  })

  test('if its session was ended without a record', async () => {
    const here = await world()
    const [helper, target] = [await here.join('owner'), await here.member()]
    const { impersonated } = await start(here, helper, target)
    expect((await impersonated.get('/auth/me')).status).toBe(200)
    const late = { refresh_token: helper.refreshToken }
    await here.visitor.post('/auth/refresh', late)
    here.travel(1)
    await here.visitor.post('/auth/refresh', late)
    expect((await impersonated.get('/auth/me')).code).toBe('token_revoked')
    expect((await here.owner.get('/impersonations/history')).data).toMatchObject([
      { status: 'ended', end_reason: 'impersonator_signed_out' },
    ])
  })
})

test('a token without its row, or another kind of token for the same session, is refused', async () => {
  const here = await world()
  const { owner, as, platform } = here
  const target = await here.member()
  const { impersonated } = await start(here, owner, target)
  const { session_id } = await owner.ctx
    .own('impersonations')
    .select()
    .select('session_id')
    .executeTakeFirstOrThrow()
  const claims = { sub: target.id, account_id: owner.accountId, sid: session_id, jti: session_id }
  const plain = platform.tokens.sign({ ...claims, type: 'access' }, new Date(), 900)
  expect((await as(plain).get('/auth/me')).code).toBe('token_revoked')
  expect((await impersonated.get('/auth/me')).status).toBe(200)
  await rowsOf(owner.ctx, 'impersonations').delete().execute()
  await platform.forgetLocally({ everyone: true })
  expect((await impersonated.get('/auth/me')).code).toBe('token_revoked')
})

test('it ends exactly when the session that started it expires', async () => {
  const here = await world()
  const { owner } = here
  const { impersonated, data } = await start(here, owner, await here.member())
  const { impersonator_session_id } = await owner.ctx
    .own('impersonations')
    .select()
    .select('impersonator_session_id')
    .where('id', '=', data.impersonation.id)
    .executeTakeFirstOrThrow()
  await rowsOf(owner.ctx, 'sessions')
    .update({ expires_at: new Date(Date.now() + 300_000) })
    .where('id', '=', impersonator_session_id)
    .execute()
  here.travel(4.9)
  expect((await impersonated.get('/auth/me')).status).toBe(200)
  here.travel(0.15)
  expect((await impersonated.get('/auth/me')).code).toBe('token_revoked')
})
