import { randomUUIDv7 } from 'node:crypto'
import {
  type Ctx,
  type PlatformCtx,
  requireUser,
  type Tx,
} from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  Nullable,
  Secret,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { NEVER, openSession } from '../sessions/session.ts'
import { Person, readCredentials, readPerson } from '../users/person.ts'
import { readUser, requireRank, selectUsers } from '../users/user.ts'
import { endImpersonations } from './ending.ts'
import { type EndReason, endReasonOf, endReasons, impersonationJoins } from './validity.ts'

/** Maximum lifetime of a token; the row's `expires_at` can be earlier. */
const TOKEN_SECONDS = 8 * 3600

export const Impersonation = Shape('Impersonation', {
  id: Id(),
  impersonator: Person,
  user: Person,
  account: Shape({
    id: Id('Account of the user'),
    name: Text(100, { description: 'Name of that account' }),
  }),
  reason: Text(500, { description: 'Reason' }),
  status: Choice(['active', 'ended', 'expired'], 'Current status'),
  end_reason: Nullable(Choice(endReasons, 'Why it ended; null if it expired')),
  started_at: Time('When it started'),
  expires_at: Time('When it expires'),
  ended_at: Nullable(Time('When it was stopped')),
  duration_seconds: Count('Duration so far, in seconds', [120]),
})

export const NewImpersonation = Shape('NewImpersonation', {
  user_id: Id('User to impersonate'),
  reason: Text(500, {
    description: 'Reason; may be included in the email to the user',
    examples: ['Ticket 4711'],
  }),
})

export const StartedImpersonation = Shape('StartedImpersonation', {
  token: Secret('Bearer token that acts for the user', 'eyJhbGciOi…'),
  impersonation: Impersonation,
})

export const EndedImpersonation = Shape('EndedImpersonation', {
  duration_seconds: Impersonation.properties.duration_seconds,
})

export const ImpersonationToken = Shape('ImpersonationToken', {
  token: Type.String({
    maxLength: 4096,
    description: 'Token returned when the impersonation started',
    examples: ['eyJhbGciOi…'],
  }),
})

export const ImpersonationValidity = Shape('ImpersonationValidity', {
  valid: Flag('Whether the token is still valid'),
  impersonation: Nullable(Impersonation),
})

export function listActive(ctx: Ctx, page: PageRequest) {
  const query = selectVisible(ctx)
    .where('ended_at', 'is', null)
    .where('impersonations.expires_at', '>', ctx.now())
    .where(endOf(ctx), 'is', null)
  return paginate(ctx, query, page, 'impersonations')
}

export function listHistory(ctx: Ctx, page: PageRequest) {
  return paginate(ctx, selectVisible(ctx), page, 'impersonations')
}

/** Active users with no permission that the caller lacks, except the caller. */
export function listCandidates(ctx: Ctx, page: PageRequest) {
  const { userId, permissions } = requireUser(ctx)
  const query = selectUsers(ctx)
    .where('users.status', '=', 'active')
    .where('users.id', '!=', userId)
    .where(sql<boolean>`not exists (
      select from user_roles ur join role_permissions rp on rp.role_id = ur.role_id
      join permissions p on p.id = rp.permission_id
      where ur.user_id = users.id and p.name <> all(${[...permissions]}::text[]))`)
  return paginate(ctx, query, page, 'users')
}

/**
 * Starts to impersonate a user of the account in `ctx`, which for platform administrators can be any account. Ends
 * earlier impersonations of that user or by the caller.
 */
export async function startImpersonation(
  ctx: Ctx,
  { user_id, reason }: Static<typeof NewImpersonation>,
) {
  const { userId, sessionId, impersonation } = requireUser(ctx)
  if (impersonation) throw fail.with('impersonation_active')
  if (user_id === userId) throw fail.invalid({ user_id: ['is your own user'] })
  const target = await readUser(ctx, user_id)
  requireRank(ctx, target.permissions)
  if (target.status !== 'active') throw fail.invalid({ user_id: ['is not active'] })

  const { impersonation_minutes, impersonation_notice } = ctx.platform.settings.values
  const { id, issued } = await ctx.transaction(async (tx) => {
    await lockUsers(tx, [userId, user_id])
    await endImpersonations(tx, { by: userId, of: user_id }, 'replaced')
    const id = randomUUIDv7()
    const issued = await openSession(tx, user_id, {
      seconds: impersonation_minutes * 60,
      provedAt: NEVER,
    })
    const impersonator = await readPerson(tx, userId)
    await tx
      .own('impersonations')
      .insert({
        id,
        user_id,
        user_name: target.name,
        user_email: target.email,
        reason,
        impersonator_id: userId,
        impersonator_name: impersonator.name,
        impersonator_email: impersonator.email,
        impersonator_session_id: sessionId,
        impersonator_credentials: await readCredentials(tx, userId),
        session_id: issued.sessionId,
        expires_at: new Date(tx.now().getTime() + impersonation_minutes * MINUTE_MS),
        created_at: tx.now(),
      })
      .execute()
    if (impersonation_notice) {
      await sendMail(tx, 'impersonated', target.email, {
        name: target.name,
        impersonator: impersonator.name,
        reason,
      })
    }
    await tx.audit('impersonation.started', id, {
      metadata: { user_id, email: target.email, reason },
    })
    await tx.emit('impersonation.started', { id, user_id, impersonator_id: userId })
    return { id, issued }
  })
  const claims = {
    type: 'impersonation',
    sub: user_id,
    account_id: ctx.account.id,
    sid: issued.sessionId,
    jti: randomUUIDv7(),
  }
  const token = ctx.platform.tokens.sign(claims, issued.issuedAt, TOKEN_SECONDS)
  return { token, impersonation: await readImpersonation(ctx, id) }
}

/** Stops the impersonation of this token, or the one that the caller started. */
export async function endImpersonation(ctx: Ctx): Promise<Static<typeof EndedImpersonation>> {
  const { userId, impersonation } = requireUser(ctx)
  return ctx.transaction(async (tx) => {
    const ended = await endImpersonations(
      tx,
      { by: impersonation?.impersonatorId ?? userId },
      'stopped',
    )
    if (ended === undefined) throw fail.notFound('impersonation')
    return { duration_seconds: ended }
  })
}

/** Ends an active impersonation that the caller can see: in their account, or their own in any account. */
export async function endImpersonationById(
  ctx: Ctx,
  id: string,
): Promise<Static<typeof EndedImpersonation>> {
  const { status } = await findIn(selectVisible(ctx), id)
  return ctx.transaction(async (tx) => {
    const ended = await endImpersonations(tx, { id }, 'stopped')
    if (ended === undefined)
      throw fail.with(
        'invalid_transition',
        `This impersonation has already ${status === 'expired' ? 'expired' : 'ended'}`,
      )
    return { duration_seconds: ended }
  })
}

/** Whether a token is valid, with its impersonation. Any other token is reported as not valid. */
export async function validateToken(
  ctx: PlatformCtx,
  { token }: Static<typeof ImpersonationToken>,
) {
  const principal = await ctx.platform.principals.authenticate(token).catch(() => undefined)
  const actor = principal?.actor
  if (actor?.kind !== 'user' || !actor.impersonation) return { valid: false, impersonation: null }
  const target = ctx.inAccount(principal?.accountId ?? '')
  return { valid: true, impersonation: await readImpersonation(target, actor.impersonation.id) }
}

/** Serializes impersonations of the same user or by the same impersonator, so that the later one ends the earlier. */
async function lockUsers(tx: Tx, ids: string[]) {
  const rows = await tx
    .acrossAccounts({ because: 'an administrator may impersonate a user of another account' })
    .selectFrom('users')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  if (rows.length < ids.length) throw fail.notFound('user')
}

function readImpersonation(ctx: Ctx, id: string) {
  const own = selectImpersonations(ctx).where('impersonations.account_id', '=', ctx.account.id)
  return findIn(own, id)
}

async function findIn(query: ReturnType<typeof selectImpersonations>, id: string) {
  const row = await query.where('impersonations.id', '=', id).executeTakeFirst()
  if (!row) throw fail.notFound('impersonation')
  return row
}

/** Impersonations in the account. In their own account, users also see those that they started in other accounts. */
function selectVisible(ctx: Ctx) {
  const { actor, account } = ctx
  const atHome = actor.kind === 'user' && !actor.impersonation && actor.homeAccountId === account.id
  return selectImpersonations(ctx).where((eb) =>
    eb.or([
      eb('impersonations.account_id', '=', account.id),
      ...(atHome ? [eb('impersonations.impersonator_id', '=', actor.userId)] : []),
    ]),
  )
}

/** Names and addresses are those at the start, as users may be deleted. Older rows have none and use the current ones. */
function selectImpersonations(ctx: Ctx) {
  const now = ctx.now()
  const user = (which: 'user' | 'impersonator') => {
    const id = sql.ref(`${which}_id`)
    const [name, email] = ['name', 'email'].map(
      (part) => sql`coalesce(nullif(${sql.ref(`${which}_${part}`)}, ''),
        (select ${sql.ref(part)} from users u where u.id = ${id}))`,
    )
    return sql<
      Static<typeof Person>
    >`jsonb_build_object('id', ${id}, 'name', ${name}, 'email', ${email})`
  }
  return ctx
    .acrossAccounts({ because: 'users see impersonations that they started in other accounts' })
    .selectFrom('impersonations')
    .innerJoin('accounts', 'accounts.id', 'impersonations.account_id')
    .select([
      'impersonations.id',
      'reason',
      'expires_at',
      'ended_at',
      'impersonations.created_at as started_at',
      user('user').as('user'),
      sql<{ id: string; name: string }>`
        jsonb_build_object('id', accounts.id, 'name', accounts.name)`.as('account'),
      user('impersonator').as('impersonator'),
      sql<'active' | 'ended' | 'expired'>`coalesce(${shownEnd(ctx)}, 'active')`.as('status'),
      sql<EndReason | null>`nullif(${endOf(ctx)}, 'expired')`.as('end_reason'),
      sql<number>`extract(epoch from coalesce(ended_at, least(${now}, impersonations.expires_at))
        - impersonations.created_at)::int`.as('duration_seconds'),
    ])
}

/** Why it ended, whether or not that is recorded yet. */
function endOf({ platform, now }: Ctx) {
  const twoFactorRequired = platform.settings.values.require_two_factor_for_admins
  return sql<EndReason | 'expired' | null>`(
    select ${endReasonOf(now(), twoFactorRequired)} from (select) one ${impersonationJoins})`
}

function shownEnd(ctx: Ctx) {
  const end = endOf(ctx)
  return sql`case when ${end} = 'expired' then 'expired' when ${end} is not null then 'ended' end`
}
