import { createHash, randomBytes } from 'node:crypto'
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

test('that belong to somebody already are refused to anybody else', async () => {
  const { owner, stranger, platform } = await world()
  const { publicUrl } = platform.config
  const credential = randomBytes(16)
  const add = async (person: typeof owner) => {
    const { data } = await person.post('/passkeys/options')
    return person.post('/passkeys', {
      name: 'Laptop',
      response: madeBy(credential, data.challenge, publicUrl),
    })
  }
  expect((await add(owner)).status).toBe(201)
  for (const person of [owner, await stranger()]) {
    const answer = await add(person)
    expect([answer.status, answer.errors]).toEqual([422, { response: ['is registered already'] }])
  }
})

/** What a browser answers with a new passkey, without an attestation. */
function madeBy(credential: Buffer, challenge: string, origin: string) {
  const rp = createHash('sha256').update(new URL(origin).hostname).digest()
  const seen = Buffer.from([0x45, 0, 0, 0, 0]) // present, verified, with a credential; counter 0
  const length = Buffer.from([0, credential.length])
  const coordinate = (label: number) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), randomBytes(32)])
  const key = Buffer.concat([
    Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), // EC2, ES256, P-256
    coordinate(0x21),
    coordinate(0x22),
  ])
  const authData = Buffer.concat([rp, seen, Buffer.alloc(16), length, credential, key])
  const attestation = Buffer.concat([
    Buffer.from('\xa3cfmtdnonegattStmt\xa0hauthData\x58', 'latin1'),
    Buffer.from([authData.length]),
    authData,
  ])
  const clientDataJSON = JSON.stringify({ type: 'webauthn.create', challenge, origin })
  return {
    id: credential.toString('base64url'),
    rawId: credential.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: Buffer.from(clientDataJSON).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
    },
  }
}
