import { once } from 'node:events'
import { listening, PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

type World = Awaited<ReturnType<typeof world>>

async function start({ as }: World, by: TestUser, target: TestUser) {
  const response = await by.post('/impersonations', { user_id: target.id, reason: 'Ticket 4711' })
  return { ...response, impersonated: as(response.data?.token ?? '') }
}

describe('impersonation', () => {
  test('gives the user’s view, is marked in every response, and audits both names', async () => {
    const here = await world()
    const { owner, member } = here
    const target = await member()
    const { status, data, impersonated } = await start(here, owner, target)
    expect(status).toBe(201)
    expect(data.impersonation).toMatchObject({
      status: 'active',
      user: { id: target.id },
      impersonator: { id: owner.id },
    })
    const me = await impersonated.get('/auth/me')
    expect(me.headers['x-impersonation-active']).toBe('true')
    expect(me.data.user).toMatchObject({
      id: target.id,
      impersonator: { id: owner.id, name: owner.name },
    })
    expect((await impersonated.get('/audit_logs')).status).toBe(403)
    await impersonated.patch(`/users/${target.id}`, { preferences: { theme: 'dark' } })
    const { data: entries } = await owner.get('/audit_logs?action=user.updated')
    expect(entries[0]).toMatchObject({ user: { id: target.id }, impersonator: { id: owner.id } })
  })

  test('cannot change the user’s credentials and other personal data', async () => {
    const here = await world()
    const target = await here.join('owner')
    const { impersonated } = await start(here, here.owner, target)
    const refused = [
      impersonated.patch(`/users/${target.id}`, {
        password: 'Another-Horse-8-Battery',
        current_password: PASSWORD,
      }),
      impersonated.patch(`/users/${target.id}`, { email: 'new@example.com' }),
      impersonated.post('/two_factor/enable'),
      impersonated.get('/sessions'),
      impersonated.get('/passkeys'),
      impersonated.put('/accounts/current', { name: 'Mine' }),
      impersonated.post('/roles', { name: 'mine' }),
      impersonated.post('/accounts/current/delegations', {
        email: 'a@example.com',
        permissions: ['users.read'],
      }),
      impersonated.post('/accounts/switch', { account_id: target.accountId }),
    ]
    for (const answer of await Promise.all(refused))
      expect(answer.code).toBe('impersonation_restricted')
    expect(
      (await impersonated.post('/impersonations', { user_id: here.owner.id, reason: 'x' })).code,
    ).toBe('impersonation_active')
    expect((await here.visitor.post('/auth/refresh', { refresh_token: 'x' })).code).toBe(
      'invalid_refresh_token',
    )
  })

  test('ends permanently when it is stopped with either token', async () => {
    const here = await world()
    const target = await here.member()
    const first = await start(here, here.owner, target)
    expect(
      (await first.impersonated.delete('/impersonations')).data.duration_seconds,
    ).toBeGreaterThanOrEqual(0)
    expect((await first.impersonated.get('/auth/me')).code).toBe('token_revoked')
    const second = await start(here, here.owner, target)
    await here.owner.delete('/impersonations')
    expect((await second.impersonated.get('/auth/me')).code).toBe('token_revoked')
    expect((await here.owner.delete('/impersonations')).status).toBe(404)
    expect((await target.get('/auth/me')).status).toBe(200)
    const { data } = await here.owner.get('/impersonations/history')
    expect(data.map((one: { status: string }) => one.status)).toEqual(['ended', 'ended'])
  })

  test('expires after an hour, and ends when the impersonator is suspended', async () => {
    const here = await world()
    const [target, helper] = [await here.member(), await here.join('owner')]
    const { impersonated } = await start(here, helper, target)
    await here.owner.put(`/users/${helper.id}/suspend`, {})
    expect((await impersonated.get('/auth/me')).status).toBe(401)
    const again = await start(here, here.owner, target)
    here.travel(61)
    expect((await again.impersonated.get('/auth/me')).status).toBe(401)
  })

  test('replaces an active impersonation of the same user or by the same impersonator', async () => {
    const here = await world()
    const [target, other] = [await here.member(), await here.member()]
    const first = await start(here, here.owner, target)
    const second = await start(here, here.owner, other)
    expect((await first.impersonated.get('/auth/me')).status).toBe(401)
    expect((await second.impersonated.get('/auth/me')).status).toBe(200)
    expect((await here.owner.get('/impersonations')).data).toHaveLength(1)
  })
})

describe('impersonation in another account', () => {
  const impersonate = (by: TestUser, target: TestUser) =>
    by.post(`/impersonations?account_id=${target.accountId}`, {
      user_id: target.id,
      reason: 'Ticket 4711',
    })

  test('requires a platform administrator, and is audited in that account', async () => {
    const here = await world()
    const [admin, target] = [await here.join('admin'), await here.stranger()]
    const { status, data } = await impersonate(admin, target)
    expect(status).toBe(201)
    const impersonated = here.as(data.token)
    expect((await impersonated.get('/auth/me')).data.user).toMatchObject({
      id: target.id,
      account: { id: target.accountId },
      impersonator: { id: admin.id, name: admin.name },
    })
    await impersonated.patch(`/users/${target.id}`, { preferences: { theme: 'dark' } })
    const { data: entries } = await target.get('/audit_logs?action=user.updated')
    expect(entries[0]).toMatchObject({ user: { id: target.id }, impersonator: { id: admin.id } })
    expect((await target.get('/impersonations/history')).data[0]).toMatchObject({
      impersonator: { id: admin.id },
      reason: 'Ticket 4711',
    })
    expect((await here.mailsTo(target.email))[0]).toMatchObject({ template: 'impersonated' })
    const there = await admin.get(`/impersonations?account_id=${target.accountId}`)
    expect(there.data).toHaveLength(1)
  })

  test('is visible to the impersonator in their own account, and to no one else there', async () => {
    const here = await world()
    const [admin, target] = [await here.join('admin'), await here.stranger()]
    const started = await impersonate(admin, target)
    const { id } = started.data.impersonation
    await start(here, await here.join('owner'), await here.member())
    const seenBy = async (who: { get: TestUser['get'] }, path: string) =>
      (await who.get(path)).data.map((one: { id: string }) => one.id)
    for (const path of ['/impersonations', '/impersonations/history']) {
      const { data, meta } = await admin.get(path)
      expect([data.length, meta.total_count]).toEqual([2, 2])
      expect(data[1]).toMatchObject({
        id,
        account: { id: target.accountId, name: 'Test Company' },
        user: { id: target.id },
        status: 'active',
      })
      expect(await seenBy(here.owner, path)).not.toContain(id)
      const elsewhere = await here.stranger()
      expect(await seenBy(admin, `${path}?account_id=${elsewhere.accountId}`)).toEqual([])
    }
    expect((await here.owner.delete(`/impersonations/${id}`)).status).toBe(404)
    expect((await admin.delete(`/impersonations/${id}`)).status).toBe(200)
    expect((await here.as(started.data.token).get('/auth/me')).code).toBe('token_revoked')
    expect(await seenBy(admin, '/impersonations')).not.toContain(id)
    expect(await seenBy(admin, '/impersonations/history')).toContain(id)
  })

  test('can be ended once by the owner of that account, and is audited', async () => {
    const here = await world()
    const [admin, target] = [await here.join('admin'), await here.stranger()]
    const { token, impersonation } = (await impersonate(admin, target)).data
    const impersonated = here.as(token)
    const path = `/impersonations/${impersonation.id}`
    expect((await (await here.stranger()).delete(path)).status).toBe(404)
    expect((await (await here.member()).delete(path)).status).toBe(403)
    expect((await impersonated.delete(path)).code).toBe('impersonation_restricted')
    const ended = await target.delete(path)
    expect([ended.status, ended.data]).toEqual([200, { duration_seconds: expect.any(Number) }])
    expect((await impersonated.get('/auth/me')).code).toBe('token_revoked')
    expect((await target.delete(path)).code).toBe('invalid_transition')
    const { data: entries } = await target.get('/audit_logs?action=impersonation.ended')
    expect(entries).toMatchObject([
      { user: { id: target.id }, resource_id: impersonation.id, metadata: { reason: 'stopped' } },
    ])
  })

  test('ends with the impersonator’s own token, and when the next impersonation starts', async () => {
    const here = await world()
    const admin = await here.join('admin')
    const [one, other] = [await here.stranger(), await here.stranger()]
    const first = here.as((await impersonate(admin, one)).data.token)
    const second = here.as((await impersonate(admin, other)).data.token)
    expect((await first.get('/auth/me')).code).toBe('token_revoked')
    expect((await one.get('/audit_logs?action=impersonation.ended')).data).toHaveLength(1)
    expect((await admin.delete('/impersonations')).status).toBe(200)
    expect((await second.get('/auth/me')).code).toBe('token_revoked')
  })

  test('is refused to owners without revealing which users exist', async () => {
    const here = await world()
    const [admin, target] = [await here.join('admin'), await here.stranger()]
    expect((await impersonate(here.owner, target)).status).toBe(403)
    const unknown = { ...target, id: here.owner.id }
    expect((await impersonate(admin, unknown)).status).toBe(404)
    const nowhere = await impersonate(admin, { ...target, accountId: target.id })
    expect(nowhere.status).toBe(404)
  })
})

test('an impersonation requires a reason, the permission, and a user without additional permissions', async () => {
  const here = await world()
  const { owner, join, member, stranger } = here
  const admin = await join('owner', 'admin')
  const user = await member()
  const impersonate = (by: TestUser, user_id: string, reason = 'why') =>
    by.post('/impersonations', { user_id, reason })
  expect((await owner.post('/impersonations', { user_id: user.id })).errors).toEqual({
    reason: ['is required'],
  })
  expect((await impersonate(owner, admin.id)).code).toBe('insufficient_rank')
  expect((await impersonate(owner, owner.id)).errors).toHaveProperty('user_id')
  expect((await impersonate(owner, (await stranger()).id)).status).toBe(404)
  expect((await impersonate(user, owner.id)).status).toBe(403)
  const candidates = (await owner.get('/impersonations/users')).data.map(
    (one: { id: string }) => one.id,
  )
  expect(candidates).toContain(user.id)
  expect(candidates).not.toContain(admin.id)
  expect(candidates).not.toContain(owner.id)
})

test('the user is notified by email, and anyone can check whether a token is valid', async () => {
  const here = await world()
  const target = await here.member()
  const { data } = await start(here, here.owner, target)
  expect((await here.mailsTo(target.email))[0]).toMatchObject({
    template: 'impersonated',
    variables: {
      reason: 'Ticket 4711',
      impersonator: here.owner.name,
      until: expect.stringMatching(/ UTC$/),
    },
  })
  const ask = async (token: string) =>
    (await here.visitor.post('/impersonations/validate', { token })).data
  expect(await ask(data.token)).toMatchObject({
    valid: true,
    impersonation: { user: { id: target.id } },
  })
  for (const token of ['x', here.owner.accessToken])
    expect(await ask(token)).toEqual({ valid: false, impersonation: null })
  await here.owner.delete('/impersonations')
  expect((await ask(data.token)).valid).toBe(false)
})

test('an impersonation token cannot open a live connection', async () => {
  const here = await world()
  const { data } = await start(here, here.owner, await here.member())
  const url = (await listening(here.app)).replace('http', 'ws')
  const socket = new WebSocket(`${url}/cable?token=${data.token}`)
  const [frame] = await once(socket, 'message')
  expect(JSON.parse(String(frame))).toMatchObject({ type: 'disconnect', reason: 'unauthorized' })
})
