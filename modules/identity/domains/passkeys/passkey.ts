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
import type { Static } from 'typebox'
import { requireRecentProof } from '../sessions/proof.ts'
import { type IssuedSession, signedIn } from '../sessions/session.ts'
import { completeSignIn, requireActive } from '../sessions/sign_in.ts'
import { lockUser } from '../users/lockout.ts'
import { challengeOf, consumeChallenge, storeChallenge } from './challenges.ts'
import { notifyOfPasskeyChange } from './removal.ts'

/** Loaded at first use, because it takes several megabytes. */
const loadWebauthn = () => import('@simplewebauthn/server')

const Name = Title(100, { description: 'Name of the passkey', examples: ['Laptop'] })

export const Passkey = Shape('Passkey', {
  id: Id(),
  name: Name,
  last_used_at: Nullable(Time('Last sign-in with it')),
  created_at: Time('When it was added'),
})

/** Options for `navigator.credentials` in the format of `@simplewebauthn/browser`. */
export const PasskeyOptions = Dictionary('Options for the browser', [{ challenge: 'q7Ck…' }])

const Response = Dictionary('Response of the browser', [{ id: 'AYHt…', type: 'public-key' }])

export const NewPasskey = Shape('NewPasskey', { name: Name, response: Response })
export const PasskeyName = Shape('PasskeyName', { name: Name })
export const PasskeyAssertion = Shape('PasskeyAssertion', { response: Response })

export function listPasskeys(ctx: Ctx, page: PageRequest) {
  const query = ctx
    .own('passkeys')
    .select()
    .select(['id', 'name', 'last_used_at', 'created_at'])
    .where('user_id', '=', requireUser(ctx).userId)
  return paginate(ctx, query, page, 'passkeys')
}

/** Options for adding a passkey. Requires a recent proof, because a passkey outlives the session. */
export async function startPasskeyRegistration(ctx: Ctx): Promise<Static<typeof PasskeyOptions>> {
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
  const { generateRegistrationOptions } = await loadWebauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Powernode',
    rpID: relyingParty(ctx).id,
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(requireUser(ctx).userId),
    excludeCredentials: known.map((passkey) => ({ id: passkey.credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await storeChallenge(ctx, options.challenge, requireUser(ctx).userId)
  return { ...options }
}

/** Adds a passkey that the browser created for the caller's challenge, and notifies the user by email. */
export async function registerPasskey(ctx: Ctx, { name, response }: Static<typeof NewPasskey>) {
  await requireRecentProof(ctx)
  const { verifyRegistrationResponse } = await loadWebauthn()
  const add = ctx.transaction(async (tx) => {
    const expectedChallenge = await consumeChallenge(
      tx,
      challengeOf(response),
      requireUser(tx).userId,
    )
    const { id, origin } = relyingParty(tx)
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: expectedChallenge ?? '',
      expectedOrigin: origin,
      expectedRPID: id,
    }).catch(() => ({ registrationInfo: undefined }))
    if (!registrationInfo)
      throw fail.invalid({ response: ['is not a passkey created for this request'] })
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
    await notifyOfPasskeyChange(tx, requireUser(tx).userId, 'added', name)
    return passkey
  })
  return add.catch((error) => {
    if (isDuplicate(error, 'passkeys_credential_id_key'))
      throw fail.invalid({ response: ['is already registered'] })
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
    const removed = await tx
      .own('passkeys')
      .delete()
      .where('id', '=', id)
      .where('user_id', '=', requireUser(tx).userId)
      .returning('name')
      .executeTakeFirst()
    if (!removed) throw fail.notFound('passkey')
    await tx.audit('passkey.deleted', id, { old: removed })
    await notifyOfPasskeyChange(tx, requireUser(tx).userId, 'removed', removed.name)
  })
}

/** Options for a sign-in. They name no user, so the browser offers all passkeys of this site. */
export async function startPasskeySignIn(ctx: PlatformCtx): Promise<Static<typeof PasskeyOptions>> {
  const { generateAuthenticationOptions } = await loadWebauthn()
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx).id,
    userVerification: 'required',
  })
  await storeChallenge(ctx, options.challenge, null)
  return { ...options }
}

/** Signs in with a passkey. It counts as two factors, so no code is required. */
export async function signInWithPasskey(
  ctx: PlatformCtx,
  { response }: Static<typeof PasskeyAssertion>,
) {
  return signedIn(
    ctx,
    await verifyAssertion(ctx, response as unknown as AuthenticationResponseJSON),
  )
}

async function verifyAssertion(
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
    .select('accounts.name as account_name')
    .where('credential_id', '=', String(response.id))
    .executeTakeFirst()
  const expectedChallenge = await ctx.transaction((tx) => {
    tx.unaudited('consuming a challenge alone has no effect')
    return consumeChallenge(tx, challengeOf(response), null)
  })
  if (!passkey || !expectedChallenge) throw fail.with('invalid_passkey')

  const { id, origin } = relyingParty(ctx)
  const { verifyAuthenticationResponse } = await loadWebauthn()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) throw fail.with('invalid_passkey')
  requireActive(passkey)

  return ctx.inAccount(passkey.account_id).transaction(async (tx) => {
    const user = await lockUser(tx, passkey.user_id)
    if (!user) throw fail.with('invalid_passkey')
    requireActive({ ...passkey, status: user.status })
    const { numUpdatedRows } = await tx
      .own('passkeys')
      .update({ counter: authenticationInfo.newCounter, last_used_at: tx.now() })
      .where('id', '=', passkey.id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw fail.with('invalid_passkey') // removed concurrently
    await tx.audit('passkey.used', passkey.id, { userId: user.id })
    return completeSignIn(tx, user.id, 'passkey')
  })
}

/** Passkeys belong to the host name of the public URL, regardless of the port. */
function relyingParty({ platform }: PlatformCtx) {
  const { hostname, origin } = new URL(platform.config.publicUrl)
  return { id: hostname, origin }
}
