import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const ORIGIN = new URL('http://localhost:3000')

export const clientData = (challenge: string, type: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin: ORIGIN.origin })).toString('base64url')

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** A fake authenticator with one passkey, which responds like a browser. */
export function authenticator(id = randomBytes(16)) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const relyingParty = sha256(ORIGIN.hostname)
  const name = id.toString('base64url')
  const answer = (response: Record<string, string>) => ({
    ...{ id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response },
  })
  return {
    /** The response to a request to create the passkey. */
    made(challenge: string) {
      const authData = Buffer.concat([
        relyingParty,
        bytes('4500000000'), // present, verified, with a key; never used
        Buffer.alloc(16),
        bytes('0010'),
        id,
        bytes('a5010203262001215820'),
        Buffer.from(x, 'base64url'),
        bytes('225820'),
        Buffer.from(y, 'base64url'),
      ])
      const attestation = Buffer.concat([
        bytes('a363666d74646e6f6e656761747453746d74a068617574684461746158'),
        Buffer.from([authData.length]),
        authData,
      ])
      return answer({
        clientDataJSON: clientData(challenge, 'webauthn.create'),
        attestationObject: attestation.toString('base64url'),
      })
    },
    /** The response to a sign-in request. */
    signed(challenge: string) {
      const authData = Buffer.concat([relyingParty, bytes('0500000000')])
      const clientDataJSON = clientData(challenge, 'webauthn.get')
      const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
      return answer({
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      })
    },
  }
}
