import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { lockRowForReference } from '@powernode/server/platform/db/reference_lock.ts'
import {
  CreatedByDay,
  dayOfColumn,
  everyDay,
  firstDay,
} from '@powernode/server/platform/http/by_day.ts'
import { Count, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { lockAccount } from '../accounts/account.ts'
import { endSessions } from '../sessions/ending.ts'
import { clearFailures } from './lockout.ts'
import { requireMailAllowed } from './mail_limits.ts'
import { revokeTokens, sendLink } from './one_time_tokens.ts'
import { requireAnOwner } from './owners.ts'
import { readUser, requireRank } from './user.ts'

const RECENT_DAYS = 7

export const UserStats = Shape('UserStats', {
  total_users: Count('All users'),
  active_users: Count('Active users'),
  suspended_users: Count('Suspended users'),
  unverified_users: Count('Users whose address is not confirmed'),
  recent_logins: Count(`Users who signed in within the last ${RECENT_DAYS} days`),
  created_by_day: CreatedByDay,
})

export const UserSuspension = Shape('UserSuspension', {
  reason: Type.Optional(
    Text(500, { description: 'Reason; stored in the audit log', examples: ['Left'] }),
  ),
})

export async function readUserStats(ctx: Ctx): Promise<Static<typeof UserStats>> {
  const now = ctx.now()
  const recent = new Date(now.getTime() - RECENT_DAYS * DAY_MS)
  const [counts, created] = await Promise.all([
    ctx
      .own('users')
      .select()
      .select([
        sql<number>`count(*)`.as('total_users'),
        sql<number>`count(*) filter (where status = 'active')`.as('active_users'),
        sql<number>`count(*) filter (where status = 'suspended')`.as('suspended_users'),
        sql<number>`count(*) filter (where email_verified_at is null)`.as('unverified_users'),
        sql<number>`count(*) filter (where last_login_at > ${recent})`.as('recent_logins'),
      ])
      .executeTakeFirstOrThrow(),
    ctx
      .own('users')
      .select()
      .select([dayOfColumn('users.created_at').as('date'), sql<number>`count(*)`.as('count')])
      .where('users.created_at', '>=', firstDay(now))
      .groupBy('date')
      .execute(),
  ])
  return { ...counts, created_by_day: everyDay(created, now) }
}

export async function suspendUser(ctx: Ctx, id: string, { reason }: Static<typeof UserSuspension>) {
  await readManageableUser(ctx, id)
  await ctx.transaction(async (tx) => {
    await lockAccount(tx, ctx.account.id)
    const { numUpdatedRows } = await tx
      .own('users')
      .update({ status: 'suspended', updated_at: tx.now() })
      .where('id', '=', id)
      .where('status', '=', 'active')
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      throw fail.with('invalid_transition', 'Only active users can be suspended')
    await requireAnOwner(tx)
    await endSessions(tx, id, { reason: 'suspended' })
    await revokeTokens(tx, id)
    await tx.audit('user.suspended', id, { metadata: { reason: reason ?? null } })
    await tx.emit('user.updated', { id, changes: ['status'] })
  })
  return readUser(ctx, id)
}

export async function activateUser(ctx: Ctx, id: string) {
  await readManageableUser(ctx, id)
  await ctx.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .own('users')
      .update({ status: 'active', updated_at: tx.now() })
      .where('id', '=', id)
      .where('status', '!=', 'active')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw fail.with('invalid_transition', 'This user is already active')
    await tx.audit('user.activated', id)
    await tx.emit('user.updated', { id, changes: ['status'] })
    await tx.forget({ user: id })
  })
  return readUser(ctx, id)
}

/** Removes the lock and resets the count of failures. Idempotent. */
export async function unlockUser(ctx: Ctx, id: string) {
  await readManageableUser(ctx, id)
  await ctx.transaction(async (tx) => {
    await lockRowForReference(tx, 'users', id)
    await clearFailures(tx, id)
    await tx.audit('user.unlocked', id)
  })
  return readUser(ctx, id)
}

/** Ends the sessions of a user and emails a link; counts against the limit of reset links to the address. */
export async function resetUserPassword(ctx: Ctx, id: string): Promise<void> {
  const user = await readManageableUser(ctx, id)
  if (user.status !== 'active') throw fail.with('invalid_transition', 'This user is not active')
  await requireMailAllowed(ctx, 'reset_mail', user.email)
  await ctx.transaction(async (tx) => {
    await lockRowForReference(tx, 'users', id)
    await sendLink(tx, 'reset_password', user)
    await endSessions(tx, id, { reason: 'password reset' })
    await tx.audit('user.password_reset_requested', id, { metadata: { by: 'administrator' } })
  })
}

/** Another user whom the caller may manage; never the caller. */
async function readManageableUser(ctx: Ctx, id: string) {
  const user = await readUser(ctx, id)
  if (callingUser(ctx)?.userId === id) {
    throw fail.invalid({ base: ['You cannot do this to yourself'] })
  }
  requireRank(ctx, user.permissions)
  return user
}
