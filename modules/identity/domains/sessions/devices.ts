import { type Ctx, requireUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Flag, Id, Nullable, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { circumstancesOf, deviceOf } from './circumstances.ts'
import { endSessions } from './ending.ts'

const ALL_ACCOUNTS = { because: 'a user may be signed in to other accounts through delegations' }

export const Session = Shape('Session', {
  id: Id(),
  current: Flag('Whether this request uses the session'),
  device: Text(200, {
    description: 'Browser and operating system, from the user agent',
    examples: ['Firefox on Linux'],
  }),
  ip_address: Nullable(Text(64, { description: 'IP address of the sign-in' })),
  created_at: Time('When the user signed in'),
  last_used_at: Time('Last token refresh'),
  expires_at: Time('When the session expires'),
})

/** Active sessions of the caller, without impersonations. */
export async function listSessions(ctx: Ctx, page: PageRequest) {
  const { userId, sessionId } = requireUser(ctx)
  const query = ctx
    .acrossAccounts(ALL_ACCOUNTS)
    .selectFrom('sessions')
    .select(['id', 'ip_address', 'user_agent', 'created_at', 'last_used_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', ctx.now())
    .where(sql<boolean>`not exists (select from impersonations i where i.session_id = sessions.id)`)
  const { rows, ...listing } = await paginate(ctx, query, page, 'sessions')
  return {
    ...listing,
    rows: rows.map(
      ({ user_agent, ...row }): Static<typeof Session> => ({
        ...row,
        current: row.id === sessionId,
        device: deviceOf(user_agent),
      }),
    ),
  }
}

/** Ends one session of the caller. */
export async function endSession(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const ended = await tx
      .acrossAccounts(ALL_ACCOUNTS)
      .updateTable('sessions')
      .set({ revoked_at: tx.now(), revoked_reason: 'ended by the person' })
      .where('id', '=', id)
      .where('user_id', '=', requireUser(tx).userId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) throw fail.notFound('session')
    await tx.audit('session.ended', id)
    await tx.emit('session.ended', { id, user_id: requireUser(tx).userId })
    await tx.forget({ session: id })
  })
}

/** Ends all sessions of the caller except the current one. */
export async function endOtherSessions(ctx: Ctx): Promise<void> {
  const { userId, sessionId } = requireUser(ctx)
  await ctx.transaction(async (tx) => {
    const ended = await endSessions(tx, userId, {
      reason: 'ended by the person',
      except: sessionId,
    })
    await tx.audit('session.others_ended', sessionId, { metadata: { count: ended.length } })
    for (const session of ended) await tx.emit('session.ended', session)
  })
}

/** Whether the user of a row of `users` has signed in with the user agent before. */
export function isKnownDevice(userAgent: string | null) {
  const same = userAgent === null ? sql`is null` : sql`= ${userAgent}`
  return sql<boolean>`exists (
    select from sessions s where s.user_id = users.id and s.user_agent ${same})`
}

/** Emails the user about a sign-in with a new user agent. Call it before the session is opened. */
export async function notifyOfNewDevice(tx: Tx, userId: string): Promise<void> {
  const userAgent = tx.request?.userAgent ?? null
  const user = await tx
    .own('users')
    .select()
    .select((eb) => [
      'users.name',
      'users.email',
      sql<boolean>`exists (select from sessions s where s.user_id = ${eb.ref('users.id')})`.as(
        'known',
      ),
      isKnownDevice(userAgent).as('same_device'),
    ])
    .where('users.id', '=', userId)
    .executeTakeFirst()
  if (!user?.known || user.same_device) return
  await sendMail(tx, 'new_device', user.email, {
    name: user.name,
    device: deviceOf(userAgent),
    ip_address: 'unknown',
    ...(await circumstancesOf(tx)),
  })
}
