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
import { type EndReason, endOfActing, endReasons, foundations } from './acting.ts'
import { endActing } from './ending.ts'

/** The longest an impersonation can last; its row may end it sooner. */
const TOKEN_SECONDS = 8 * 3600

export const Impersonation = Shape('Impersonation', {
  id: Id(),
  impersonator: Person,
  user: Person,
  account: Shape({
    id: Id('Where the person belongs'),
    name: Text(100, { description: 'Name of that account' }),
  }),
  reason: Text(500, { description: 'Why' }),
  status: Choice(['active', 'ended', 'expired'], 'Where it stands'),
  end_reason: Nullable(Choice(endReasons, 'Why it ended, unless its time was up')),
  started_at: Time('When it began'),
  expires_at: Time('When it ends at the latest'),
  ended_at: Nullable(Time('When it was ended')),
  duration_seconds: Count('How long it lasted, or has lasted so far', [120]),
})

export const NewImpersonation = Shape('NewImpersonation', {
  user_id: Id('Whom to act as'),
  reason: Text(500, { description: 'Why; the person may be told', examples: ['Ticket 4711'] }),
})

export const StartedImpersonation = Shape('StartedImpersonation', {
  token: Secret('Bearer that acts as the person', 'eyJhbGciOi…'),
  impersonation: Impersonation,
})

export const EndedImpersonation = Shape('EndedImpersonation', {
  duration_seconds: Impersonation.properties.duration_seconds,
})

export const ImpersonationToken = Shape('ImpersonationToken', {
  token: Type.String({ maxLength: 4096, description: 'From the start', examples: ['eyJhbGciOi…'] }),
})

export const ImpersonationValidity = Shape('ImpersonationValidity', {
  valid: Flag('Whether the token still acts as anybody'),
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

/** Active people who may do nothing that the caller may not; never the caller. */
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
 * Begins to act as somebody of the account, which for platform administrators may be any. An earlier impersonation of
 * that person, or by this one, ends.
 */
export async function startImpersonation(
  ctx: Ctx,
  { user_id, reason }: Static<typeof NewImpersonation>,
) {
  const { userId, sessionId, impersonation } = requireUser(ctx)
  if (impersonation) throw fail.with('impersonation_active')
  if (user_id === userId) throw fail.invalid({ user_id: ['is yourself'] })
  const target = await readUser(ctx, user_id)
  requireRank(ctx, target.permissions)
  if (target.status !== 'active') throw fail.invalid({ user_id: ['is not active'] })

  const { impersonation_minutes, impersonation_notice } = ctx.platform.settings.values
  const { id, issued } = await ctx.transaction(async (tx) => {
    await lockPeople(tx, [userId, user_id])
    await endActing(tx, { by: userId, of: user_id }, 'replaced')
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
  const token = await ctx.platform.tokens.sign(claims, issued.issuedAt, TOKEN_SECONDS)
  return { token, impersonation: await readImpersonation(ctx, id) }
}

/** Stops: the one this bearer acts in, or the one this person has begun. */
export async function endImpersonation(ctx: Ctx): Promise<Static<typeof EndedImpersonation>> {
  const { userId, impersonation } = requireUser(ctx)
  return ctx.transaction(async (tx) => {
    const ended = await endActing(tx, { by: impersonation?.impersonatorId ?? userId }, 'stopped')
    if (ended === undefined) throw fail.notFound('impersonation')
    return { duration_seconds: ended }
  })
}

/** Ends a running one that the caller sees: of their account, or their own in whatever account. */
export async function endOne(ctx: Ctx, id: string): Promise<Static<typeof EndedImpersonation>> {
  const { status } = await findIn(selectVisible(ctx), id)
  return ctx.transaction(async (tx) => {
    const ended = await endActing(tx, { id }, 'stopped')
    if (ended === undefined)
      throw fail.with(
        'invalid_transition',
        `It is ${status === 'active' ? 'ended' : status} already`,
      )
    return { duration_seconds: ended }
  })
}

/** Whether a token still works, and for what; anything else reads as not valid. */
export async function validateToken(
  ctx: PlatformCtx,
  { token }: Static<typeof ImpersonationToken>,
) {
  const principal = await ctx.platform.principals.authenticate(token).catch(() => undefined)
  const actor = principal?.actor
  if (actor?.kind !== 'user' || !actor.impersonation) return { valid: false, impersonation: null }
  const inside = ctx.inAccount(principal?.accountId ?? '')
  return { valid: true, impersonation: await readImpersonation(inside, actor.impersonation.id) }
}

/** Of two that begin to act as one person, or that one person begins, the later ends the earlier. */
async function lockPeople(tx: Tx, ids: string[]) {
  const rows = await tx
    .acrossAccounts({ because: 'an administrator may act as somebody of another account' })
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

/** Those of the account; in their own account people also see what they themselves run or ran elsewhere. */
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

/** The people as they were called when it began, for they may be gone; a version before this kept no names. */
function selectImpersonations(ctx: Ctx) {
  const now = ctx.now()
  const person = (which: 'user' | 'impersonator') => {
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
    .acrossAccounts({ because: 'people see what they themselves run in other accounts' })
    .selectFrom('impersonations')
    .innerJoin('accounts', 'accounts.id', 'impersonations.account_id')
    .select([
      'impersonations.id',
      'reason',
      'expires_at',
      'ended_at',
      'impersonations.created_at as started_at',
      person('user').as('user'),
      sql<{ id: string; name: string }>`
        jsonb_build_object('id', accounts.id, 'name', accounts.name)`.as('account'),
      person('impersonator').as('impersonator'),
      sql<'active' | 'ended' | 'expired'>`coalesce(${shownEnd(ctx)}, 'active')`.as('status'),
      sql<EndReason | null>`nullif(${endOf(ctx)}, 'expired')`.as('end_reason'),
      sql<number>`extract(epoch from coalesce(ended_at, least(${now}, impersonations.expires_at))
        - impersonations.created_at)::int`.as('duration_seconds'),
    ])
}

/** Why it is over by now, whether or not that was recorded. */
function endOf({ platform, now }: Ctx) {
  const demanded = platform.settings.values.require_two_factor_for_admins
  return sql<EndReason | 'expired' | null>`(
    select ${endOfActing(now(), demanded)} from (select) one ${foundations})`
}

function shownEnd(ctx: Ctx) {
  const end = endOf(ctx)
  return sql`case when ${end} = 'expired' then 'expired' when ${end} is not null then 'ended' end`
}
