import { isStorable } from '@powernode/contract/text.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { isReferenceViolation } from '@powernode/server/platform/db/database.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'

const LIFETIME_MS = 5 * MINUTE_MS

/** Stores a challenge until an authenticator responds; `userId` is null for a sign-in. */
export async function storeChallenge(
  ctx: PlatformCtx,
  challenge: string,
  userId: string | null,
): Promise<void> {
  const expires_at = new Date(ctx.now().getTime() + LIFETIME_MS)
  await ctx
    .transaction(async (tx) => {
      tx.unaudited('a challenge has no effect until an authenticator responds')
      await tx.db
        .insertInto('passkey_challenges')
        .values({ challenge, user_id: userId, expires_at })
        .execute()
    })
    .catch((error) => {
      throw isReferenceViolation(error) ? fail.notFound('user') : error // deleted concurrently
    })
}

/** Consumes a challenge and returns it; undefined if it is unknown, used or expired. */
export async function consumeChallenge(
  { db, now }: PlatformTx,
  challenge: string,
  userId: string | null,
): Promise<string | undefined> {
  const spent = await db
    .deleteFrom('passkey_challenges')
    .where('challenge', '=', challenge)
    .where('user_id', 'is not distinct from', userId)
    .where('expires_at', '>', now())
    .returning('challenge')
    .executeTakeFirst()
  return spent?.challenge
}

/** The challenge named in the response of an authenticator; empty if there is none. */
export function challengeOf(response: object): string {
  try {
    const { clientDataJSON } = (response as { response: { clientDataJSON: string } }).response
    const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as object
    const challenge = 'challenge' in data ? String(data.challenge) : ''
    return isStorable(challenge) ? challenge : ''
  } catch {
    return ''
  }
}
