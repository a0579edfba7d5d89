import { type Ctx, type PlatformCtx, requireUser } from '@powernode/server/platform/db/context.ts'
import { isDuplicate } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Dictionary,
  Id,
  Nullable,
  Shape,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import * as webauthn from '@simplewebauthn/server'
import type { Static } from 'typebox'
import { requireRecentProof } from '../sessions/proof.ts'
import { type IssuedSession, signedIn } from '../sessions/session.ts'
import { recordSuccess } from '../sessions/sign_in.ts'
import { challengeOf, keepChallenge, spendChallenge } from './challenges.ts'
import { mailNotice } from './removal.ts'

const Name = Title(100, { description: 'What you call it', examples: ['Laptop'] })

export const Passkey = Shape('Passkey', {
  id: Id(),
  name: Name,
  last_used_at: Nullable(Time('Last sign-in with it')),
  created_at: Time('When it was added'),
})

/** What `navigator.credentials` takes, as `@simplewebauthn/browser` expects it. */
export const Options = Dictionary('Options for the browser', [{ challenge: 'q7Ck…' }])

const Response = Dictionary('What the browser answered', [{ id: 'AYHt…', type: 'public-key' }])

export const NewPasskey = Shape('NewPasskey', { name: Name, response: Response })
export const PasskeyName = Shape('PasskeyName', { name: Name })
export const PasskeyAnswer = Shape('PasskeyAssertion', { response: Response })

export function listPasskeys(ctx: Ctx, page: PageRequest) {
  const query = ctx
    .own('passkeys')
    .select()
    .select(['id', 'name', 'last_used_at', 'created_at'])
    .where('user_id', '=', requireUser(ctx).userId)
  return paginate(ctx, query, page, 'passkeys')
}

/** Options for adding one, after a recent proof: a passkey outlives the session that added it. */
export async function beginRegistration(ctx: Ctx): Promise<Static<typeof Options>> {
  await requireRecentProof(ctx)
  const user = await ctx
    .own('users')
    .select()
    .select(['name', 'email'])
    .where('id', '=', requireUser(ctx).userId)
    .executeTakeFirstOrThrow(() => fail.with('token_revoked'))
  const known = await ctx
    .own('passkeys')
    .select()
    .select('credential_id')
    .where('user_id', '=', requireUser(ctx).userId)
    .execute()
  const options = await webauthn.generateRegistrationOptions({
    rpName: 'Powernode',
    rpID: relyingParty(ctx).id,
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(requireUser(ctx).userId),
    excludeCredentials: known.map((one) => ({ id: one.credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(ctx, options.challenge, requireUser(ctx).userId)
  return { ...options }
}

/** Adds a passkey that the browser made for the challenge of this person, who is told by mail. */
export async function registerPasskey(ctx: Ctx, { name, response }: Static<typeof NewPasskey>) {
  await requireRecentProof(ctx)
  const add = ctx.transaction(async (tx) => {
    const expectedChallenge = await spendChallenge(
      tx,
      challengeOf(response),
      requireUser(tx).userId,
    )
    const { id, origin } = relyingParty(tx)
    const { registrationInfo } = await webauthn
      .verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge: expectedChallenge ?? '',
        expectedOrigin: origin,
        expectedRPID: id,
      })
      .catch(() => ({ registrationInfo: undefined }))
    if (!registrationInfo)
      throw fail.invalid({ response: ['is not a passkey made for this request'] })
    const { credential } = registrationInfo
    const passkey = await tx
      .own('passkeys')
      .insert({
        user_id: requireUser(tx).userId,
        name,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
      })
      .returning(['id', 'name', 'last_used_at', 'created_at'])
      .executeTakeFirstOrThrow()
    await tx.audit('passkey.created', passkey.id, { new: { name } })
    await mailNotice(tx, requireUser(tx).userId, 'added', name)
    return passkey
  })
  return add.catch((error) => {
    if (isDuplicate(error, 'passkeys_credential_id_key'))
      throw fail.invalid({ response: ['is registered already'] })
    throw error
  })
}

export async function renamePasskey(ctx: Ctx, id: string, { name }: Static<typeof PasskeyName>) {
  return ctx.transaction(async (tx) => {
    const passkey = await tx
      .own('passkeys')
      .update({ name })
      .where('id', '=', id)
      .where('user_id', '=', requireUser(tx).userId)
      .returning(['id', 'name', 'last_used_at', 'created_at'])
      .executeTakeFirst()
    if (!passkey) throw fail.notFound('passkey')
    await tx.audit('passkey.updated', id, { new: { name } })
    return passkey
  })
}

export async function deletePasskey(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const gone = await tx
      .own('passkeys')
      .delete()
      .where('id', '=', id)
      .where('user_id', '=', requireUser(tx).userId)
      .returning('name')
      .executeTakeFirst()
    if (!gone) throw fail.notFound('passkey')
    await tx.audit('passkey.deleted', id, { old: gone })
    await mailNotice(tx, requireUser(tx).userId, 'removed', gone.name)
  })
}

/** Options for signing in with whatever passkey the person chooses; they name nobody. */
export async function beginSignIn(ctx: PlatformCtx): Promise<Static<typeof Options>> {
  const options = await webauthn.generateAuthenticationOptions({
    rpID: relyingParty(ctx).id,
    userVerification: 'required',
  })
  await keepChallenge(ctx, options.challenge, null)
  return { ...options }
}

/** Signs in with a passkey. It is two factors in one, so no code is asked for. */
export async function signInWithPasskey(
  ctx: PlatformCtx,
  { response }: Static<typeof PasskeyAnswer>,
) {
  return signedIn(ctx, await verifyAnswer(ctx, response as unknown as AuthenticationResponseJSON))
}

async function verifyAnswer(
  ctx: PlatformCtx,
  response: AuthenticationResponseJSON,
): Promise<IssuedSession> {
  const passkey = await ctx
    .acrossAccounts({ because: 'a passkey names no account' })
    .selectFrom('passkeys')
    .innerJoin('users', 'users.id', 'passkeys.user_id')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['passkeys.id', 'credential_id', 'public_key', 'counter', 'users.account_id'])
    .select(['users.id as user_id', 'users.status', 'accounts.status as account_status'])
    .where('credential_id', '=', String(response.id))
    .executeTakeFirst()
  const expectedChallenge = await ctx.transaction((tx) => {
    tx.unaudited('nothing comes of a challenge alone')
    return spendChallenge(tx, challengeOf(response), null)
  })
  if (!passkey || !expectedChallenge) throw fail.with('invalid_passkey')

  const { id, origin } = relyingParty(ctx)
  const { verified, authenticationInfo } = await webauthn
    .verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      },
    })
    .catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) throw fail.with('invalid_passkey')
  if (passkey.status !== 'active') throw fail.with('user_inactive')
  if (passkey.account_status !== 'active') throw fail.with('account_inactive')

  await ctx.inAccount(passkey.account_id).transaction(async (tx) => {
    await tx
      .own('passkeys')
      .update({ counter: authenticationInfo.newCounter, last_used_at: tx.now() })
      .where('id', '=', passkey.id)
      .execute()
    await tx.audit('passkey.used', passkey.id, { userId: passkey.user_id })
  })
  const person = { id: passkey.user_id, account_id: passkey.account_id }
  return recordSuccess(ctx, person, 'passkey')
}

/** Passkeys belong to the host of the public address, whatever its port. */
function relyingParty({ platform }: PlatformCtx) {
  const { hostname, origin } = new URL(platform.config.publicUrl)
  return { id: hostname, origin }
}
