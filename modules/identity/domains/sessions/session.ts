import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Nullable, Secret, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { type Expression, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { signedInUser } from '../users/lockout.ts'
import { revokeSession } from './ending.ts'
import { Me, readMe } from './me.ts'

const Token = (description: string) => Secret(description, 'eyJhbGciOi…')

export const TokenPair = Shape('TokenPair', {
  access_token: Token('Bearer token of the API, valid for 15 minutes by default'),
  refresh_token: Token('Single-use, valid for 7 days by default; also set as a cookie'),
  expires_in: Type.Integer({
    description: 'Lifetime of the access token in seconds',
    examples: [900],
  }),
  expires_at: Time('When the access token expires'),
  refresh_expires_at: Time('When the refresh token expires'),
})

export const SignedIn = Shape('SignedIn', {
  user: Me,
  ...TokenPair.properties,
  warning: Nullable(Text(200, { description: 'Action the user should take soon' })),
})

/** `provedAt` of a session that was opened without a proof of identity. */
export const NEVER = new Date(0)

/** A refresh token of a session: everything its JWT is derived from. */
export interface IssuedSession {
  userId: string
  accountId: string
  sessionId: string
  refreshId: string
  issuedAt: Date
}

interface SessionOptions {
  id?: string
  delegationId?: string | null
  /** When the user last proved their identity: now, except when an earlier session is continued or an impersonation starts. */
  provedAt?: Date
  seconds?: number
}

/** A statement that returns the id of the user. */
type SessionUser = Expression<{ id: string }> | ReturnType<typeof signedInUser>

/**
 * Opens a session in a transaction; `signTokens` creates its tokens after commit. The session works in the account of the
 * context: the user's own, or another one through a delegation.
 */
export async function openSession(
  tx: Tx,
  userId: string,
  options: SessionOptions = {},
  user: SessionUser = tx.db.selectNoFrom(sql.val(userId).as('id')),
): Promise<IssuedSession> {
  const issued = await openSessionOf(tx, userId, user, options)
  if (!issued) throw new Error('the session was not stored')
  return issued
}

/**
 * The same if `user` returns a row, in the same statement: a change of the user that other requests wait for takes one
 * round trip. Undefined if it returns none.
 */
export async function openSessionOf(
  tx: Tx,
  userId: string,
  user: SessionUser,
  { id = randomUUIDv7(), delegationId = null, provedAt = tx.now(), seconds }: SessionOptions = {},
): Promise<IssuedSession | undefined> {
  const issuedAt = tx.now()
  const lifetime = seconds ?? tx.platform.settings.values.session_days * 24 * 3600
  const session = {
    id,
    account_id: tx.account.id,
    user_id: userId,
    ip_address: tx.request?.ip ?? null,
    user_agent: tx.request?.userAgent ?? null,
    delegation_id: delegationId,
    expires_at: new Date(issuedAt.getTime() + lifetime * 1000),
    last_used_at: issuedAt,
    proved_at: provedAt,
  }
  const token = { account_id: tx.account.id, ...refreshTokenOf(tx, id, issuedAt) }
  const stored = await tx
    .acrossAccounts({ because: 'one statement of several tables, each with the account' })
    .with('accepted', () => user)
    .with('opened', (db) =>
      db
        .insertInto('sessions')
        .columns(columnsOf(session))
        .expression(db.selectFrom('accepted').select(valuesOf(session)))
        .returning('id'),
    )
    .insertInto('refresh_tokens')
    .columns(columnsOf(token))
    .expression((db) => db.selectFrom('opened').select(valuesOf(token)))
    .returning('id')
    .executeTakeFirst()
  return (
    stored && { userId, accountId: tx.account.id, sessionId: id, refreshId: token.id, issuedAt }
  )
}

const columnsOf = <Row extends object>(row: Row) => Object.keys(row) as (keyof Row & string)[]
const valuesOf = (row: object) =>
  Object.entries(row).map(([name, value]) => sql.val(value).as(name))

/** The row of a new refresh token. */
export function refreshTokenOf(ctx: PlatformCtx, sessionId: string, issuedAt: Date) {
  return {
    id: randomUUIDv7(),
    session_id: sessionId,
    issued_at: issuedAt,
    expires_at: new Date(issuedAt.getTime() + lifetimesOf(ctx).refresh * 1000),
  }
}

/** Lifetimes of new tokens, in seconds. */
export function lifetimesOf({ platform }: PlatformCtx) {
  const { access_token_minutes, refresh_token_hours } = platform.settings.values
  return { access: access_token_minutes * 60, refresh: refresh_token_hours * 3600 }
}

export function signTokens(
  ctx: PlatformCtx,
  { userId, accountId, sessionId, refreshId, issuedAt }: IssuedSession,
): Static<typeof TokenPair> {
  const { tokens } = ctx.platform
  const claims = { sub: userId, account_id: accountId, sid: sessionId }
  const seconds = lifetimesOf(ctx)
  const access = { ...claims, type: 'access', jti: randomUUIDv7() }
  const refresh = { ...claims, type: 'refresh', jti: refreshId }
  return {
    access_token: tokens.sign(access, ctx.now(), seconds.access),
    refresh_token: tokens.sign(refresh, issuedAt, seconds.refresh),
    expires_in: seconds.access,
    expires_at: new Date(ctx.now().getTime() + seconds.access * 1000),
    refresh_expires_at: new Date(issuedAt.getTime() + seconds.refresh * 1000),
  }
}

/** Response to a sign-in: the user and their tokens. */
export async function signedIn(
  ctx: PlatformCtx,
  issued: IssuedSession,
): Promise<Static<typeof SignedIn>> {
  const tokens = signTokens(ctx, issued)
  const { user } = readMe(await ctx.platform.principals.authenticate(tokens.access_token))
  const warning = user.email_verified ? null : 'Please confirm your email address'
  return { user, ...tokens, warning }
}

export async function signOut(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'user') return
  const { sessionId, userId } = ctx.actor
  await ctx.transaction(async (tx) => {
    await revokeSession(tx, sessionId, 'logout')
    await tx.audit('user.logout', userId)
    await tx.emit('user.logout', { id: userId })
    await tx.forget({ session: sessionId })
  })
}
