import { authenticator, clientData } from '@powernode/server/test/authenticator.ts'
import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

test('passkeys are requested with a new single-use challenge each time', async () => {
  const { visitor, owner } = await world()
  const options = await Promise.all([1, 2].map(() => visitor.post('/auth/passkey/options')))
  const [first, second] = options.map(({ data }) => data.challenge as string)
  expect(first).not.toBe(second)
  expect(options[0]?.data).toMatchObject({ userVerification: 'required' })
  const registration = await owner.post('/passkeys/options')
  expect(registration.data).toMatchObject({
    user: { name: owner.email },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
})

test('unregistered passkeys and responses to another challenge are refused', async () => {
  const { visitor, owner } = await world()
  const { data } = await owner.post('/passkeys/options')
  const answer = (challenge: string) => ({
    id: 'unknown',
    rawId: 'unknown',
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: clientData(challenge, 'webauthn.get'),
      authenticatorData: 'AA',
      signature: 'AA',
    },
  })
  const signInChallenge = (await visitor.post('/auth/passkey/options')).data.challenge
  for (const response of [
    {},
    { id: 7 },
    answer('made-up'),
    answer(data.challenge),
    answer(signInChallenge),
  ]) {
    expect((await visitor.post('/auth/passkey', { response })).code).toBe('invalid_passkey')
  }
  expect(
    (await owner.post('/passkeys', { name: 'Key', response: answer(data.challenge) })).errors,
  ).toHaveProperty('response')
  expect((await owner.get('/passkeys')).data).toEqual([])
})

test('a passkey of one user cannot be registered by another', async () => {
  const { owner, stranger } = await world()
  const credential = crypto.getRandomValues(Buffer.alloc(16))
  const register = async (person: TestUser) => {
    const { data } = await person.post('/passkeys/options')
    const response = authenticator(credential).made(data.challenge)
    return person.post('/passkeys', { name: 'Laptop', response })
  }
  expect((await register(owner)).status).toBe(201)
  for (const person of [owner, await stranger()]) {
    const answer = await register(person)
    expect([answer.status, answer.errors]).toEqual([422, { response: ['is already registered'] }])
  }
})

async function add(user: TestUser, name: string) {
  const { data } = await user.post('/passkeys/options')
  return user.post('/passkeys', { name, response: authenticator().made(data.challenge) })
}

test('a passkey can be added only within ten minutes of a proof, and the user is notified by email', async () => {
  const { owner, mailsTo, travel } = await world()
  const added = await add(owner, 'Laptop')
  expect([added.status, added.data.name]).toEqual([201, 'Laptop'])
  const notice = { template: 'passkey_changed', variables: { passkey: 'Laptop' } }
  expect((await mailsTo(owner.email))[0]).toMatchObject({
    ...notice,
    variables: { passkey: 'Laptop', change: 'added' },
  })
  const { data } = await owner.post('/passkeys/options')
  travel(11)
  expect((await owner.post('/passkeys/options')).code).toBe('proof_required')
  const late = { name: 'Late', response: authenticator().made(data.challenge) }
  expect((await owner.post('/passkeys', late)).code).toBe('proof_required')
  await owner.post('/auth/confirm', { password: PASSWORD })
  expect((await add(owner, 'Phone')).status).toBe(201)
  await owner.delete(`/passkeys/${added.data.id}`)
  expect((await mailsTo(owner.email))[0]).toMatchObject({
    ...notice,
    variables: { passkey: 'Laptop', change: 'removed' },
  })
})

test('passkeys are kept when the password is reset, unless the user chooses to remove them', async () => {
  const { owner, visitor, mailedToken, mailsTo } = await world()
  await add(owner, 'Laptop')
  const count = async () => (await owner.ctx.own('passkeys').select().select('id').execute()).length
  const recover = async (password: string, remove_passkeys: boolean) => {
    await visitor.post('/auth/forgot-password', { email: owner.email })
    const token = await mailedToken(owner.email)
    return visitor.post('/auth/reset-password', { token, password, remove_passkeys })
  }
  expect((await recover('Another-Horse-8-Battery', false)).status).toBe(200)
  expect(await count()).toBe(1)
  expect((await recover('Another-Horse-9-Battery', true)).status).toBe(200)
  expect(await count()).toBe(0)
  expect((await mailsTo(owner.email)).map(({ template }) => template)).toContain('passkey_changed')
  const { data } = await owner.ctx
    .own('audit_logs')
    .select()
    .select('user_id as data')
    .where('action', '=', 'passkey.deleted')
    .executeTakeFirstOrThrow()
  expect(data).toBe(owner.id)
})
