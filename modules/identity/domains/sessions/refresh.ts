import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { isDelegationUsable } from '../roles/effective_permissions.ts'
import { revokeSession } from './ending.ts'
import { type IssuedSession, refreshTokenOf, signTokens, TokenPair } from './session.ts'

export { TokenPair }

/** Two tabs may send the same token at the same time; both get the same successor. */
const GRACE_MS = 10_000

export const RefreshToken = Shape('RefreshToken', {
  refresh_token: Type.Optional(
    Type.String({
      maxLength: 4096,
      description: 'Required if the cookie is not sent',
      examples: ['eyJhbGciOi…'],
    }),
  ),
})

/**
 * Exchanges a refresh token for its successor. A token works once: if a used token is sent again, it was copied, so the
 * whole session is revoked.
 */
export async function refreshSession(
  ctx: PlatformCtx,
  token: string | undefined,
): Promise<Static<typeof TokenPair>> {
  if (!token) throw fail.invalid({ refresh_token: ['is required'] })
  const claims = await ctx.platform.tokens.verify(['refresh'], token).catch(() => undefined)
  if (!claims) throw fail.with('invalid_refresh_token')

  const issued = await ctx
    .inAccount(claims.account_id)
    .transaction((tx) => rotate(tx, { id: claims.jti, userId: claims.sub }))
  if (!issued) throw fail.with('invalid_refresh_token')
  return signTokens(ctx, issued)
}

async function rotate(
  tx: Tx,
  token: { id: string; userId: string },
): Promise<IssuedSession | undefined> {
  const found = await tx
    .own('refresh_tokens')
    .select()
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .innerJoin('users as u', 'u.id', 'sessions.user_id')
    .select(['refresh_tokens.session_id', 'refresh_tokens.used_at', 'refresh_tokens.successor_id'])
    .where('refresh_tokens.id', '=', token.id)
    .where('sessions.revoked_at', 'is', null)
    .where('sessions.expires_at', '>', tx.now())
    .where('u.status', '=', 'active')
    // Subqueries: planning a join of so many tables would take longer than running it.
    .where((eb) => eb(statusOf('sessions.account_id'), '=', 'active'))
    .where((eb) => eb(statusOf('u.account_id'), '=', 'active'))
    .where((eb) =>
      eb.or([
        eb('sessions.delegation_id', 'is', null),
        sql<boolean>`(select ${isDelegationUsable(tx.now())} from delegations d
          where d.id = sessions.delegation_id)`,
      ]),
    )
    .forNoKeyUpdate('refresh_tokens')
    .executeTakeFirst()
  if (!found) return undefined
  const session = { userId: token.userId, accountId: tx.account.id, sessionId: found.session_id }

  if (found.used_at) {
    const late = tx.now().getTime() - found.used_at.getTime() > GRACE_MS
    if (late || !found.successor_id) return revokeStolen(tx, session)
    const successor = await tx
      .own('refresh_tokens')
      .select()
      .select(['id', 'issued_at'])
      .where('id', '=', found.successor_id)
      .executeTakeFirstOrThrow()
    return { ...session, refreshId: successor.id, issuedAt: successor.issued_at }
  }

  tx.unaudited('a refresh only continues the session')
  const now = tx.now()
  const successor = refreshTokenOf(tx, session.sessionId, now)
  await tx.db
    .with('successor', () => tx.own('refresh_tokens').insert(successor).returning('id'))
    .with('used', () =>
      tx
        .own('refresh_tokens')
        .update({ used_at: now, successor_id: successor.id })
        .where('id', '=', token.id),
    )
    .with('session', () =>
      tx.own('sessions').update({ last_used_at: now }).where('id', '=', session.sessionId),
    )
    .selectFrom('successor')
    .select('id')
    .executeTakeFirstOrThrow()
  return { ...session, refreshId: successor.id, issuedAt: now }
}

const statusOf = (account: string) =>
  sql<string>`(select status from accounts where id = ${sql.ref(account)})`

async function revokeStolen(
  tx: Tx,
  { sessionId, userId }: Pick<IssuedSession, 'sessionId' | 'userId'>,
) {
  await revokeSession(tx, sessionId, 'refresh_token_reused')
  await tx.audit('session.refresh_token_reused', sessionId, { userId })
  await tx.forget({ session: sessionId })
  return undefined
}
