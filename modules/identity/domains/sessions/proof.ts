import { type Ctx, requireUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { verifyOwnCredential } from '../users/lockout.ts'

const RECENT_MINUTES = 10
const OWN_SESSION = { because: 'a session may work in another account through a delegation' }

/** Proof of identity: the password, or a code of the second factor. */
export const IdentityProof = Shape('IdentityProof', {
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

/** Confirms the caller's identity, which allows sensitive operations for ten minutes. */
export async function confirmSession(ctx: Ctx, proof: Static<typeof IdentityProof>): Promise<void> {
  await withProof(ctx, proof, async (tx) => {
    await tx.audit('session.confirmed', requireUser(tx).sessionId)
  })
}

/** Runs `work` in a transaction if the password or code is correct; otherwise 422 on the field. */
export async function withProof<T>(
  ctx: Ctx,
  { password, code }: Static<typeof IdentityProof>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const proven = async (tx: Tx) => {
    await recordProof(tx)
    return work(tx)
  }
  const { userId } = requireUser(ctx)
  if (code !== undefined) {
    return verifyOwnCredential(
      ctx,
      userId,
      { code },
      { field: 'code', wrong: 'is incorrect' },
      proven,
    )
  }
  if (password === undefined) throw fail.invalid({ base: ['Enter your password or a code'] })
  const prompt = { field: 'password', wrong: 'is not your password' }
  return verifyOwnCredential(ctx, userId, { password }, prompt, proven)
}

async function recordProof(tx: Tx): Promise<void> {
  await tx
    .acrossAccounts(OWN_SESSION)
    .updateTable('sessions')
    .set({ proved_at: tx.now() })
    .where('id', '=', requireUser(tx).sessionId)
    .execute()
}

/** 403 `proof_required` without a recent proof. Protects operations whose effect outlives a stolen session. */
export async function requireRecentProof(ctx: Ctx): Promise<void> {
  if (!(await hasRecentProof(ctx))) throw fail.with('proof_required')
}

/** Whether the user of this session proved their identity within the last ten minutes. Signing in counts. */
export async function hasRecentProof(ctx: Ctx): Promise<boolean> {
  const since = new Date(ctx.now().getTime() - RECENT_MINUTES * MINUTE_MS)
  const session = await ctx
    .acrossAccounts(OWN_SESSION)
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', requireUser(ctx).sessionId)
    .where('proved_at', '>', since)
    .executeTakeFirst()
  return session !== undefined
}
