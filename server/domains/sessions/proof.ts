import { type Static, Type } from 'typebox'
import { passwordMatches } from '../../platform/crypto/passwords.ts'
import { type Ctx, me, type Tx } from '../../platform/db/context.ts'
import { fail } from '../../platform/http/fail.ts'
import { Shape } from '../../platform/http/shapes.ts'
import { acceptCode } from '../two_factor/code.ts'

const RECENT_MINUTES = 10
const OWN_SESSION = { because: 'a session may be in an account that a delegation opens' }

/** Who one is, once more: a password, or a code of the second factor. */
export const Proof = Shape({
  password: Type.Optional(
    Type.String({
      maxLength: 1024,
      description: 'Password',
      examples: ['Correct-Horse-7-Battery'],
    }),
  ),
  code: Type.Optional(
    Type.String({
      maxLength: 20,
      description: 'Authenticator or backup code',
      examples: ['492039'],
    }),
  ),
})

/** Confirms who is there, which opens what is sensitive for ten minutes. */
export async function confirm(ctx: Ctx, proof: Static<typeof Proof>): Promise<void> {
  await ctx.transaction(async (tx) => {
    await proveIdentity(tx, proof)
    await tx.audit('session.confirmed', me(tx).sessionId)
  })
}

/** Takes the password or a code, and throws 422 on the field that is wrong. */
export async function proveIdentity(
  tx: Tx,
  { password, code }: Static<typeof Proof>,
): Promise<void> {
  const { userId } = me(tx)
  if (code !== undefined) {
    if (!(await acceptCode(tx, userId, code))) throw fail.invalid({ code: ['is not right'] })
  } else if (password !== undefined) {
    const user = await tx
      .own('users')
      .select()
      .select('password_digest')
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    if (!(await passwordMatches(user.password_digest, password))) {
      throw fail.invalid({ password: ['is not your password'] })
    }
  } else {
    throw fail.invalid({ base: ['Give your password or a code'] })
  }
  await recordProof(tx)
}

async function recordProof(tx: Tx): Promise<void> {
  await tx
    .acrossAccounts(OWN_SESSION)
    .updateTable('sessions')
    .set({ proved_at: tx.now() })
    .where('id', '=', me(tx).sessionId)
    .execute()
}

/** Refuses what would outlive a borrowed session: 403 `proof_required` without a recent proof. */
export async function requireRecentProof(ctx: Ctx): Promise<void> {
  if (!(await provedRecently(ctx))) throw fail.with('proof_required')
}

/** Whether this session was proven within the last ten minutes. Signing in is a proof. */
export async function provedRecently(ctx: Ctx): Promise<boolean> {
  const since = new Date(ctx.now().getTime() - RECENT_MINUTES * 60_000)
  const session = await ctx
    .acrossAccounts(OWN_SESSION)
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', me(ctx).sessionId)
    .where('proved_at', '>', since)
    .executeTakeFirst()
  return session !== undefined
}
