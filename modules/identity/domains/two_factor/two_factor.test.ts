import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'

type World = Awaited<ReturnType<typeof world>>

const codeFor = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** Enables two-factor authentication for a user and moves the clock past the step of the setup code. */
async function enrol({ travel }: World, user: TestUser) {
  const { data } = await user.post('/two_factor/enable')
  const secret = data.manual_entry_key as string
  const done = await user.post('/two_factor/verify_setup', { code: codeFor(secret) })
  travel(1)
  return { secret, codes: done.data.backup_codes as string[] }
}

async function startSignIn({ visitor }: World, user: TestUser) {
  const { data } = await visitor.post('/auth/login', { email: user.email, password: PASSWORD })
  return data.verification_token as string
}

describe('setup', () => {
  test('changes nothing until a code proves that the app has the secret', async () => {
    const here = await world()
    const { owner, visitor, travel } = here
    const { data } = await owner.post('/two_factor/enable')
    expect(data.qr_code).toContain('<svg')
    expect(new URL(data.provisioning_uri).searchParams.get('secret')).toBe(data.manual_entry_key)
    expect((await owner.get('/two_factor/status')).data).toMatchObject({
      two_factor_enabled: false,
      setup_pending: true,
    })
    const login = await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    expect(login.data.access_token).toBeDefined()
    expect(
      (await owner.post('/two_factor/verify_setup', { code: '000000' })).errors,
    ).toHaveProperty('code')
    travel(16)
    const late = await here
      .as(
        (await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })).data
          .access_token,
      )
      .post('/two_factor/verify_setup', { code: codeFor(data.manual_entry_key) })
    expect(late.code).toBe('invalid_transition')
  })

  test('returns ten backup codes once, notifies the user by email, and cannot be repeated', async () => {
    const here = await world()
    const { owner, mailsTo } = here
    const { codes } = await enrol(here, owner)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[0-9A-F]{8}$/)
    expect((await mailsTo(owner.email))[0]).toMatchObject({
      template: 'two_factor_changed',
      variables: { state: 'on' },
    })
    expect((await owner.post('/two_factor/enable')).code).toBe('two_factor_already_enabled')
    expect((await owner.get('/auth/me')).data.user.two_factor_enabled).toBe(true)
  })

  test('stores neither secret nor codes in plain text', async () => {
    const here = await world()
    const { secret, codes } = await enrol(here, here.owner)
    const rows = await here.owner.ctx.own('backup_codes').select().selectAll().execute()
    const [row] = await here.owner.ctx.own('two_factor').select().selectAll().execute()
    const stored = JSON.stringify(
      [row, rows].flat().map((one) => Object.values(one ?? {}).map(String)),
    )
    for (const hidden of [secret, ...codes]) expect(stored).not.toContain(hidden)
  })
})

test('a setup requires a recent proof, and completing it is not a proof', async () => {
  const here = await world()
  const { owner, travel } = here
  travel(11)
  expect((await owner.post('/two_factor/enable')).code).toBe('proof_required')
  await owner.post('/auth/confirm', { password: PASSWORD })
  const { data } = await owner.post('/two_factor/enable')
  travel(3)
  const code = codeFor(data.manual_entry_key)
  expect((await owner.post('/two_factor/verify_setup', { code })).status).toBe(200)
})

describe('sign-in', () => {
  test('returns no token before the code, and each code works once', async () => {
    const here = await world()
    const { owner, visitor, as } = here
    const { secret } = await enrol(here, owner)
    const asked = await visitor.post('/auth/login', { email: owner.email, password: PASSWORD })
    expect(asked.data).toEqual({ requires_2fa: true, verification_token: expect.any(String) })
    expect(asked.headers['set-cookie']).toBeUndefined()
    const response = { verification_token: asked.data.verification_token, code: codeFor(secret) }
    const done = await visitor.post('/auth/verify-2fa', response)
    expect(done.status).toBe(200)
    expect((await as(done.data.access_token).get('/auth/me')).status).toBe(200)
    expect((await visitor.post('/auth/verify-2fa', response)).code).toBe('invalid_2fa')
    const replayed = { verification_token: await startSignIn(here, owner), code: response.code }
    expect((await visitor.post('/auth/verify-2fa', replayed)).code).toBe('invalid_2fa')
  })

  test('accepts a backup code once, even from concurrent requests', async () => {
    const here = await world()
    const { owner, visitor } = here
    const { codes } = await enrol(here, owner)
    const token = await startSignIn(here, owner)
    const body = { verification_token: token, code: codes[0]?.toLowerCase() }
    const responses = await Promise.all(
      Array.from({ length: 4 }, () => visitor.post('/auth/verify-2fa', body)),
    )
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await owner.get('/two_factor/status')).data.backup_codes_count).toBe(9)
  })

  test('counts wrong codes toward the lock, and reports an invalid token like a wrong code', async () => {
    const here = await world()
    const { owner, visitor } = here
    const { secret } = await enrol(here, owner)
    const token = await startSignIn(here, owner)
    const tryCode = (verification_token: string, code: string) =>
      visitor.post('/auth/verify-2fa', { verification_token, code })
    const wrong = []
    for (let attempt = 1; attempt <= 4; attempt++) wrong.push((await tryCode(token, '000000')).body)
    const unknown = (await tryCode('unknown', codeFor(secret))).body
    expect({ ...wrong[0], request_id: '' }).toEqual({ ...unknown, request_id: '' })
    expect((await tryCode(token, '000000')).code).toBe('account_locked')
    expect((await tryCode(token, codeFor(secret))).code).toBe('account_locked')
  })

  test('becomes invalid when the password changes', async () => {
    const here = await world()
    const { owner, visitor } = here
    const { codes } = await enrol(here, owner)
    const verification_token = await startSignIn(here, owner)
    const changes = { password: 'Another-Horse-8-Battery', current_password: PASSWORD }
    expect((await owner.patch(`/users/${owner.id}`, changes)).status).toBe(200)
    const response = await visitor.post('/auth/verify-2fa', { verification_token, code: codes[0] })
    expect(response.code).toBe('invalid_2fa')
  })

  test('must be completed within ten minutes', async () => {
    const here = await world()
    const { secret } = await enrol(here, here.owner)
    const verification_token = await startSignIn(here, here.owner)
    here.travel(11)
    const late = await here.visitor.post('/auth/verify-2fa', {
      verification_token,
      code: codeFor(secret),
    })
    expect(late.code).toBe('invalid_2fa')
  })
})

describe('when enabled', () => {
  test('backup codes are readable only within ten minutes of a proof, and showing them is audited', async () => {
    const here = await world()
    const { owner, travel } = here
    const { codes } = await enrol(here, owner)
    const show = async () => (await owner.get('/two_factor/backup_codes')).data
    expect((await show()).backup_codes).toEqual(codes)
    travel(11)
    const masked = await show()
    expect(masked.masked).toBe(true)
    for (const code of masked.backup_codes) expect(code).toMatch(/^[0-9A-F]{2}•{6}$/)
    expect((await owner.post('/auth/confirm', { password: 'wrong' })).errors).toHaveProperty(
      'password',
    )
    expect((await owner.post('/auth/confirm', {})).errors).toHaveProperty('base')
    expect((await owner.post('/auth/confirm', { password: PASSWORD })).status).toBe(200)
    expect((await show()).masked).toBe(false)
    expect((await owner.get('/audit_logs?action=backup_codes.shown')).meta.total_count).toBe(2)
  })

  test('new codes replace the old ones', async () => {
    const here = await world()
    const { owner } = here
    const { codes } = await enrol(here, owner)
    expect(
      (await owner.post('/two_factor/regenerate_backup_codes', { code: '000000' })).errors,
    ).toHaveProperty('code')
    const { data } = await owner.post('/two_factor/regenerate_backup_codes', { password: PASSWORD })
    expect(data.backup_codes).toHaveLength(10)
    expect((await owner.post('/auth/confirm', { code: codes[0] })).errors).toHaveProperty('code')
    expect((await owner.post('/auth/confirm', { code: data.backup_codes[0] })).status).toBe(200)
  })

  test('disabling requires a proof, ends the other sessions and deletes secret and codes', async () => {
    const here = await world()
    const { owner, visitor, as, app } = here
    const { secret, codes } = await enrol(here, owner)
    const verification_token = await startSignIn(here, owner)
    const other = await visitor.post('/auth/verify-2fa', {
      verification_token,
      code: codeFor(secret),
    })
    const turnOff = (payload: object) =>
      app.inject({
        method: 'DELETE',
        url: '/api/v1/two_factor/disable',
        headers: { authorization: `Bearer ${owner.accessToken}` },
        payload,
      })
    expect((await turnOff({})).statusCode).toBe(422)
    expect((await turnOff({ code: codes[3] })).statusCode).toBe(200)
    expect((await turnOff({ code: codes[4] })).json().code).toBe('two_factor_not_enabled')
    expect((await as(other.data.access_token).get('/auth/me')).code).toBe('token_revoked')
    expect((await owner.get('/two_factor/status')).data).toMatchObject({
      two_factor_enabled: false,
      backup_codes_count: 0,
    })
    expect(await owner.ctx.own('backup_codes').select().selectAll().execute()).toEqual([])
  })
})
