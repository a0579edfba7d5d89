import { world } from '@powernode/server/test/world.ts'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'

describe('refreshing', () => {
  test('returns new tokens and prefers the cookie to the body', async () => {
    const { visitor, owner, as } = await world()
    const response = await visitor.post(
      '/auth/refresh',
      { refresh_token: 'broken' },
      { cookie: `refresh_token=${owner.refreshToken}` },
    )
    expect(response.status).toBe(200)
    expect(String(response.headers['set-cookie'])).toMatch(
      /^refresh_token=.+; Max-Age=604800; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/,
    )
    expect((await as(response.data.access_token).get('/auth/me')).status).toBe(200)
  })

  test('returns the same successor to two concurrent tabs', async () => {
    const { visitor, owner } = await world()
    const responses = await Promise.all(
      [1, 2, 3].map(() => visitor.post('/auth/refresh', { refresh_token: owner.refreshToken })),
    )
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(responses.map(({ data }) => data.refresh_token)).size).toBe(1)
  })

  test('a used token that is sent again later ends the session and is audited', async () => {
    const { visitor, owner, as, travel } = await world()
    const { data } = await visitor.post('/auth/refresh', { refresh_token: owner.refreshToken })
    travel(1)
    const stolen = await visitor.post('/auth/refresh', { refresh_token: owner.refreshToken })
    expect(stolen.code).toBe('invalid_refresh_token')
    const successor = await visitor.post('/auth/refresh', { refresh_token: data.refresh_token })
    expect(successor.code).toBe('invalid_refresh_token')
    expect((await as(data.access_token).get('/auth/me')).code).toBe('token_revoked')
    const entry = await owner.ctx
      .own('audit_logs')
      .select()
      .select(['severity'])
      .where('action', '=', 'session.refresh_token_reused')
      .executeTakeFirst()
    expect(entry?.severity).toBe('critical')
  })

  test('is refused after a week without refresh and after a month', async () => {
    const { visitor, owner, travel } = await world()
    let token = owner.refreshToken
    for (let week = 1; week <= 4; week++) {
      travel(7 * 24 * 60 - 60)
      const { status, data } = await visitor.post('/auth/refresh', { refresh_token: token })
      expect(status).toBe(200)
      token = data.refresh_token
    }
    travel(3 * 24 * 60)
    expect((await visitor.post('/auth/refresh', { refresh_token: token })).code).toBe(
      'invalid_refresh_token',
    )
  })

  test('is refused without a token, with an access token and with a foreign token', async () => {
    const { visitor, owner } = await world()
    expect((await visitor.post('/auth/refresh', {})).errors).toEqual({
      refresh_token: ['is required'],
    })
    const forged = await new SignJWT({
      type: 'refresh',
      sid: owner.id,
      account_id: owner.accountId,
    })
      .setProtectedHeader({ alg: 'HS256', kid: owner.id })
      .setSubject(owner.id)
      .setJti(owner.id)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('a-secret-of-somebody-else-entirely'))
    for (const refresh_token of [owner.accessToken, forged, 'x.y.z']) {
      expect((await visitor.post('/auth/refresh', { refresh_token })).code).toBe(
        'invalid_refresh_token',
      )
    }
  })
})
