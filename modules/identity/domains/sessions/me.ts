import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Flag, Id, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Actor } from '@powernode/server/platform/kernel/actor.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { AccountBrief } from '../accounts/account.ts'
import { readPerson } from '../users/person.ts'
import { selectUsers, UserDetail } from '../users/user.ts'

const { failed_login_attempts: _failures, ...detail } = UserDetail.properties

export const Me = Shape('Me', {
  ...detail,
  account: AccountBrief,
  home_account_id: Id('The user’s own account; differs from `account` while a delegation is used'),
  two_factor_required: Flag(
    'Whether admin permissions are withheld until two-factor sign-in is enabled',
  ),
  impersonator: Nullable(
    Shape({
      id: Id('The impersonator'),
      name: Text(100, { description: 'Full name of the impersonator' }),
    }),
  ),
})

export const CurrentUser = Shape('CurrentUser', { user: Me })

const accountBrief = sql<Static<typeof AccountBrief>>`jsonb_build_object(
  'id', accounts.id, 'name', accounts.name, 'status', accounts.status, 'subdomain', accounts.subdomain)`

// Keyed by actor: when the user, roles or account change, the actor is replaced and the entry is collected.
const cache = new WeakMap<Actor, Promise<Readonly<Static<typeof CurrentUser>>>>()

export async function readMe(ctx: Ctx): Promise<Static<typeof CurrentUser>> {
  const { actor } = ctx
  if (actor.kind !== 'user') throw new Error('only users have a profile')
  let me = cache.get(actor)
  if (!me) {
    me = loadMe(ctx, actor).then((user) => Object.freeze({ user }))
    cache.set(actor, me)
    me.catch(() => cache.delete(actor))
  }
  return me
}

type Identity = Pick<
  Extract<Actor, { kind: 'user' }>,
  'userId' | 'homeAccountId' | 'delegationId' | 'impersonation' | 'permissions' | 'withheld'
>

/** The user from their home account, with their permissions in the current account. */
export async function loadMe(ctx: Ctx, identity: Identity): Promise<Static<typeof Me>> {
  const [user, impersonator] = await Promise.all([
    selectUsers(ctx.inAccount(identity.homeAccountId))
      .innerJoin('accounts', (join) => join.on('accounts.id', '=', ctx.account.id))
      .select(['users.preferences', accountBrief.as('account')])
      .where('users.id', '=', identity.userId)
      .executeTakeFirst(),
    identity.impersonation && readPerson(ctx, identity.impersonation.impersonatorId),
  ])
  if (!user) throw fail.notFound('user')
  return {
    ...user,
    permissions: [...identity.permissions].sort(),
    home_account_id: identity.homeAccountId,
    two_factor_required: identity.withheld.size > 0,
    impersonator: impersonator ? { id: impersonator.id, name: impersonator.name } : null,
  }
}
