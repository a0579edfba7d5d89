import { hash } from '@node-rs/argon2'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { verifyCredential } from './lockout.ts'

type World = Awaited<ReturnType<typeof world>>

const codeFor = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
const times = <T>(count: number, make: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, make))

/** Enables two-factor authentication for a user and moves the clock past the step of the setup code. */
async function enrol({ travel }: World, user: TestUser) {
  const { data } = await user.post('/two_factor/enable')
  const secret = data.manual_entry_key as string
  await user.post('/two_factor/verify_setup', { code: codeFor(secret) })
  travel(1)
  return secret
}

const failuresOf = async (person: TestUser) =>
  (await person.get(`/users/${person.id}`)).data.failed_login_attempts

describe('concurrent attempts', () => {
  test('with passwords cannot exceed the lock, even if a later one is correct', async () => {
    const { visitor, owner } = await world()
    const login = (password: string) =>
      visitor.post('/auth/login', { email: owner.email, password })
    const wrong = times(20, () => login('Wrong-Horse-7-Battery'))
    const right = await login(PASSWORD)
    expect([right.status, right.code]).toEqual([401, 'account_locked'])
    const codes = (await wrong).map(({ code }) => code)
    expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(4)
    expect(codes.filter((code) => code === 'account_locked')).toHaveLength(16)
    expect(await failuresOf(owner)).toBe(5)
  })

  test('with codes cannot exceed the lock', async () => {
    const here = await world()
    const { owner, visitor } = here
    const secret = await enrol(here, owner)
    const { data } = await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    const { verification_token } = data
    const verify = (code: string) => visitor.post('/auth/verify-2fa', { verification_token, code })
    const wrong = times(20, () => verify('000000'))
    const right = await verify(codeFor(secret))
    expect([right.status, right.code]).toEqual([401, 'account_locked'])
    expect((await wrong).filter(({ code }) => code === 'invalid_2fa')).toHaveLength(4)
    expect(await failuresOf(owner)).toBe(5)
  })

  test('with the same correct code give one success and no failure', async () => {
    const here = await world()
    const { owner, visitor, travel } = here
    const secret = await enrol(here, owner)
    const { data } = await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    const body = { verification_token: data.verification_token, code: codeFor(secret) }
    const signIns = await times(6, () => visitor.post('/auth/verify-2fa', body))
    expect(signIns.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401])
    expect(await failuresOf(owner)).toBe(0)

    travel(1)
    const code = codeFor(secret)
    const proofs = await times(6, () => owner.post('/auth/confirm', { code }))
    expect(proofs.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422])
    expect(await failuresOf(owner)).toBe(0)
  })

  test('with the same correct password all succeed', async () => {
    const { visitor, owner } = await world()
    const credentials = { email: owner.email, password: PASSWORD }
    const responses = await times(8, () => visitor.post('/auth/login', credentials))
    expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(200))
  })

  test('are compared with the new password if it changes during the check', async () => {
    const { owner } = await world()
    const before = await owner.ctx
      .own('users')
      .select()
      .select(['id', 'account_id', 'password_digest', 'locked_until'])
      .where('id', '=', owner.id)
      .executeTakeFirstOrThrow()
    const password = 'Another-Horse-8-Battery'
    const changed = await owner.patch(`/users/${owner.id}`, {
      password,
      current_password: PASSWORD,
    })
    expect(changed.status).toBe(200)
    const tried = (guessed: string) =>
      verifyCredential(owner.ctx, before, { password: guessed }, async () => 'in')
    expect(await tried(PASSWORD)).toMatchObject({ refused: 'wrong' })
    expect(await tried(password)).toEqual({ result: 'in' })
  })
})

describe('attempts in a session', () => {
  const wrong = 'Wrong-Horse-7-Battery'
  const places: [string, (person: TestUser, here: World) => Promise<{ status: number }>][] = [
    ['a password as proof of identity', (me) => me.post('/auth/confirm', { password: wrong })],
    ['a code as proof of identity', (me) => me.post('/auth/confirm', { code: '000000' })],
    [
      'a code to disable two-factor authentication',
      async (me, { app }) => {
        const reply = await app.inject({
          method: 'DELETE',
          url: '/api/v1/two_factor/disable',
          headers: { authorization: `Bearer ${me.accessToken}` },
          payload: { code: '000000' },
        })
        return { status: reply.statusCode }
      },
    ],
    [
      'a password to replace the backup codes',
      (me) => me.post('/two_factor/regenerate_backup_codes', { password: wrong }),
    ],
    [
      'the current password to change the address',
      (me) =>
        me.patch(`/users/${me.id}`, { email: `new-${me.id}@example.com`, current_password: wrong }),
    ],
    [
      'the current password to change it',
      (me) =>
        me.patch(`/users/${me.id}`, {
          password: 'Another-Horse-8-Battery',
          current_password: wrong,
        }),
    ],
  ]

  test.each(places)(
    '%s counts like an attempt at sign-in, and locks sign-in too',
    async (_, attempt) => {
      const here = await world()
      const { owner, visitor } = here
      await enrol(here, owner)
      for (let n = 1; n <= 4; n++) expect((await attempt(owner, here)).status).toBe(422)
      expect(await failuresOf(owner)).toBe(4)
      const login = await visitor.post('/auth/login', { email: owner.email, password: wrong })
      expect(login.code).toBe('account_locked')
      expect((await attempt(owner, here)).status).toBe(429)
      expect((await owner.get('/auth/me')).status).toBe(200)
    },
  )

  test('with the code that completes a setup count, and a correct code is refused after too many', async () => {
    const { owner, visitor, travel } = await world()
    const { data } = await owner.post('/two_factor/enable')
    const finish = (code: string) => owner.post('/two_factor/verify_setup', { code })
    expect((await finish('000000')).errors).toEqual({ code: ['is incorrect'] })
    expect(await failuresOf(owner)).toBe(1)
    const others = await times(20, () => finish('000000'))
    expect(others.filter(({ status }) => status === 422)).toHaveLength(3)
    expect((await finish(codeFor(data.manual_entry_key))).status).toBe(429)
    const login = () => visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    expect((await login()).code).toBe('account_locked')
    travel(31)
    expect((await login()).data.access_token).toBeDefined()
  })

  test('by an API key are refused, whether the password of its creator is right or wrong', async () => {
    const { owner, keyOf } = await world()
    const key = await keyOf(owner, ['users.update'])
    for (const current_password of [wrong, PASSWORD]) {
      const body = { email: `new-${owner.id}@example.com`, current_password }
      expect((await key.patch(`/users/${owner.id}`, body)).code).toBe('forbidden')
    }
    expect(await failuresOf(owner)).toBe(0)
  })

  test('are refused with the name of the rule until the lock ends, even with the correct password', async () => {
    const { owner, travel } = await world()
    const prove = (password: string) => owner.post('/auth/confirm', { password })
    const responses = await times(20, () => prove(wrong))
    expect(responses.filter(({ status }) => status === 422)).toHaveLength(4)
    const refused = await prove(PASSWORD)
    expect([refused.status, refused.code]).toEqual([429, 'rate_limited'])
    expect(refused.headers['ratelimit-policy']).toBe('"guesses";q=5;w=1800')
    expect(refused.headers.ratelimit).toMatch(/^"guesses";r=0;t=1[78]\d\d$/)
    expect(refused.headers['retry-after']).toMatch(/^1[78]\d\d$/)
    travel(14)
    const { data } = await owner.get('/audit_logs?action=user.proof_failed')
    expect(data).toHaveLength(5)
  })

  test('that succeed do not reset the count, so one known secret does not allow guessing the other', async () => {
    const here = await world()
    const { owner } = here
    await enrol(here, owner)
    for (let n = 1; n <= 4; n++) await owner.post('/auth/confirm', { code: '000000' })
    expect((await owner.post('/auth/confirm', { password: PASSWORD })).status).toBe(200)
    expect((await owner.post('/auth/confirm', { code: '000000' })).status).toBe(429)
  })

  test('without the current password do not count', async () => {
    const { owner } = await world()
    const { errors } = await owner.patch(`/users/${owner.id}`, { email: 'new@example.com' })
    expect(errors).toHaveProperty('current_password')
    expect(await failuresOf(owner)).toBe(0)
  })
})

describe('a password with non-ASCII characters', () => {
  const composed = 'Zw\u00f6lf-B\u00f6xk\u00e4mpfer-7'
  const decomposed = composed.normalize('NFD')

  async function withPassword(password: string) {
    const here = await world()
    const { owner, visitor } = here
    const changed = await owner.patch(`/users/${owner.id}`, {
      password,
      current_password: PASSWORD,
    })
    expect(changed.status).toBe(200)
    const login = (typed: string) =>
      visitor.post('/auth/login', { email: owner.email, password: typed })
    return { ...here, login }
  }

  test('matches in any Unicode normal form, including wide letters and spaces', async () => {
    const { login, owner } = await withPassword(`${decomposed} \uff21b`)
    expect((await login(`${composed} Ab`)).status).toBe(200)
    expect((await login(`${composed}\u00a0Ab`)).status).toBe(200)
    expect((await login(`${composed}\u1680Ab`)).status).toBe(200)
    expect((await login(`${composed} ab`)).status).toBe(401)
    const reused = await owner.patch(`/users/${owner.id}`, {
      password: `${composed} Ab`,
      current_password: `${composed} Ab`,
    })
    expect(reused.errors).toEqual({ password: ['was used before'] })
  })

  test('that was stored before normalisation still matches, and is rehashed', async () => {
    const { visitor, owner } = await world()
    const old = await hash(decomposed, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    const person = () => owner.ctx.own('users').select().where('id', '=', owner.id)
    await rowsOf(owner.ctx, 'users')
      .update({ password_digest: old })
      .where('id', '=', owner.id)
      .execute()
    const login = (password: string) =>
      visitor.post('/auth/login', { email: owner.email, password })
    expect((await login(composed)).status).toBe(401)
    const first = await times(3, () => login(decomposed))
    expect(first.map(({ status }) => status)).toEqual([200, 200, 200])
    const { password_digest } = await person().select('password_digest').executeTakeFirstOrThrow()
    expect(password_digest).not.toBe(old)
    expect((await login(composed)).status).toBe(200)
    expect(await failuresOf(owner)).toBe(0)
  })

  test.each([
    ['half of a surrogate pair', 'Correct-\ud83d-Horse-7-Battery'],
    ['a NUL', 'Correct-\0-Horse-7-Battery'],
  ])('with %s is refused on every route and does not count as an attempt', async (_, password) => {
    const { visitor, owner, mailedToken } = await world()
    const someone = { name: 'Grace', email: `g-${owner.id}@example.com`, password }
    await visitor.post('/auth/forgot-password', { email: owner.email })
    const token = await mailedToken(owner.email)
    const responses = await Promise.all([
      visitor.post('/auth/login', { email: owner.email, password }),
      visitor.post('/auth/login', { email: 'nobody@example.com', password }),
      visitor.post('/auth/register', { ...someone, account_name: 'Grace' }),
      visitor.post('/auth/reset-password', { token, password }),
      owner.post('/auth/confirm', { password }),
      owner.post('/users', someone),
      owner.patch(`/users/${owner.id}`, { password, current_password: PASSWORD }),
    ])
    for (const { status, errors } of responses) {
      expect([status, errors]).toEqual([422, { password: expect.any(Array) }])
    }
    const change = { email: someone.email, current_password: password }
    const { errors } = await owner.patch(`/users/${owner.id}`, change)
    expect(errors).toHaveProperty('current_password')
    expect(await failuresOf(owner)).toBe(0)
  })
})
