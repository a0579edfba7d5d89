import { randomUUID } from 'node:crypto'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

describe('signing in', () => {
  test('a wrong password and an unknown address get the same response, including the lock', async () => {
    const { visitor, owner } = await world({ limits: true })
    const known = []
    const unknown = []
    const nobody = `nobody-${randomUUID()}@example.com`
    for (let attempt = 1; attempt <= 6; attempt++) {
      const from = { 'x-forwarded-for': '10.0.0.1' }
      known.push(await tryOnce(owner.email, from))
      if (attempt <= 4) unknown.push(await tryOnce(nobody, from))
    }
    expect(known.slice(0, 4)).toEqual(unknown)
    expect(known.slice(4)).toEqual([401, 401].map((status) => ({ status, code: 'account_locked' })))

    async function tryOnce(email: string, headers: Record<string, string>) {
      const { status, code } = await visitor.post(
        '/auth/login',
        { email, password: 'wrong' },
        headers,
      )
      return { status, code }
    }
  })

  test('five failures lock for 30 minutes, and each further failure for twice as long, up to 8 hours', async () => {
    const { visitor, owner, travel } = await world()
    const wrong = () => visitor.post('/auth/login', { email: owner.email, password: 'wrong' })
    const right = () => visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    for (let attempt = 1; attempt <= 4; attempt++)
      expect((await wrong()).code).toBe('invalid_credentials')
    expect((await wrong()).code).toBe('account_locked')
    for (const minutes of [30, 60, 120, 240, 480, 480]) {
      travel(minutes - 1)
      expect((await right()).code).toBe('account_locked')
      travel(2)
      expect((await wrong()).code).toBe('account_locked')
    }
    travel(481)
    expect((await right()).status).toBe(200)
    expect((await wrong()).code).toBe('invalid_credentials')
  })

  test('parallel attempts are all counted', async () => {
    const { visitor, owner } = await world()
    const guesses = Array.from({ length: 5 }, () =>
      visitor.post('/auth/login', { email: owner.email, password: 'wrong' }),
    )
    await Promise.all(guesses)
    const { data } = await owner.get(`/users/${owner.id}`)
    expect(data).toMatchObject({ failed_login_attempts: 5, locked: true })
  })

  test('a suspended user or account is reported only after the correct password', async () => {
    const { visitor, owner, member } = await world()
    const user = await member()
    const login = (password: string) =>
      visitor.post('/auth/login', { email: owner.email, password })
    await rowsOf(owner.ctx, 'users')
      .update({ status: 'suspended' })
      .where('id', '=', owner.id)
      .execute()
    const unknown = { email: `nobody-${owner.email}`, password: 'wrong' }
    const { request_id: _, ...stranger } = (await visitor.post('/auth/login', unknown)).body
    expect((await login('wrong')).body).toMatchObject(stranger)
    expect((await login(PASSWORD)).body).toMatchObject({
      code: 'user_inactive',
      error:
        'Your account has been suspended. Ask an administrator of Test Company to reactivate it',
    })
    await rowsOf(owner.ctx, 'users')
      .update({ status: 'active' })
      .where('id', '=', owner.id)
      .execute()
    await owner.ctx.platform.database
      .updateTable('accounts')
      .set({ status: 'suspended' })
      .where('id', '=', owner.accountId)
      .execute()
    expect((await login(PASSWORD)).body).toMatchObject({
      code: 'account_inactive',
      error:
        'The account Test Company has been suspended. Contact the administrators of this server',
    })
    expect((await user.get('/auth/me')).code).toBe('account_inactive')
  })

  test('audits who signed in from where, and stores no password', async () => {
    const { visitor, owner } = await world()
    await visitor.post(
      '/auth/login',
      { email: owner.email, password: PASSWORD },
      { 'user-agent': 'Test/1' },
    )
    const { data } = await owner.get('/audit_logs?action=user.login')
    expect(data[0]).toMatchObject({
      user: { id: owner.id },
      user_agent: 'Test/1',
      status: 'success',
    })
    expect(JSON.stringify(data)).not.toContain(PASSWORD)
  })
})
