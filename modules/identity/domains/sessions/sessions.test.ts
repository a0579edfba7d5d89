import { sentQuery } from '@powernode/server/test/queries.ts'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'

describe('access tokens', () => {
  test('expire after 15 minutes', async () => {
    const { owner, travel } = await world()
    travel(14)
    expect((await owner.get('/auth/me')).status).toBe(200)
    travel(2)
    expect((await owner.get('/auth/me')).code).toBe('token_expired')
  })

  test('are refused if they are refresh tokens, unsigned or signed with another algorithm', async () => {
    const { owner, as } = await world()
    const [, payload] = owner.accessToken.split('.')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    for (const token of [owner.refreshToken, none, `${owner.accessToken}x`]) {
      expect((await as(token).get('/auth/me')).status).toBe(401)
    }
  })

  test('stop working immediately on sign-out, even if cached', async () => {
    const { owner, visitor } = await world()
    await owner.get('/auth/me')
    const out = await owner.post('/auth/logout', {})
    expect(out.body).toMatchObject({ success: true, data: null, message: 'Signed out' })
    expect(String(out.headers['set-cookie'])).toContain('refresh_token=; Max-Age=0;')
    expect((await owner.get('/auth/me')).code).toBe('token_revoked')
    const { code } = await visitor.post('/auth/refresh', { refresh_token: owner.refreshToken })
    expect(code).toBe('invalid_refresh_token')
  })

  test('reflect role changes without a new sign-in', async () => {
    const { owner, member } = await world()
    const user = await member()
    expect((await user.get('/audit_logs')).status).toBe(403)
    await owner.patch(`/users/${user.id}`, { roles: ['developer'] })
    expect((await user.get('/audit_logs')).status).toBe(200)
    expect((await user.get('/auth/me')).data.user.roles).toEqual(['developer'])
  })
})

test('a sign-in reads the profile once, /auth/me repeats it, and both follow changes', async () => {
  const { owner, visitor, as } = await world()
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const login = { email: owner.email, password: PASSWORD }
  const { data } = await visitor.post('/auth/login', login)
  const session = as(data.access_token)
  const { user } = (await session.get('/auth/me')).data
  const texts = sent.mock.calls.map((call) => sentQuery(call).text)
  sent.mockRestore()
  expect(texts.filter((text) => text.includes('preferences'))).toHaveLength(1)
  expect(user).toEqual(data.user)
  await owner.patch(`/users/${owner.id}`, { name: 'Grace Owner' })
  expect((await session.get('/auth/me')).data.user.name).toBe('Grace Owner')
  expect((await visitor.post('/auth/login', login)).data.user.name).toBe('Grace Owner')
})
