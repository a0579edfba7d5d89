import { expect, test } from 'vitest'
import { world } from '../../test/world.ts'

const clientData = (challenge: string, type: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin: 'http://127.0.0.1:3000' })).toString(
    'base64url',
  )

test('are asked for with a challenge of their own each time, kept for one answer', async () => {
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

test('that nobody registered, or that answer another challenge, open nothing', async () => {
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
