import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Flag, Id, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Actor, UserActor } from '@powernode/server/platform/kernel/actor.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { AccountBrief } from '../accounts/account.ts'
import { UserDetail, userColumns } from '../users/user.ts'

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

/** What `Me` contains of the rows of the user and the account. */
export type Profile = Omit<
  Static<typeof Me>,
  'permissions' | 'home_account_id' | 'two_factor_required' | 'impersonator'
>

/** The columns of a `Profile`, for a query that joins the user as `users`, and the account they work in as `accounts`. */
export function profileColumns(now: Date) {
  const columns = [...userColumns(now), 'users.preferences', accountBrief.as('account')]
  return sql.join(columns.map((column) => (typeof column === 'string' ? sql.ref(column) : column)))
}

// Keyed by actor: when the user, roles or account change, the actor is replaced and the entry is collected.
const known = new WeakMap<Actor, Readonly<Static<typeof CurrentUser>>>()

/** Keeps what `readMe` returns for this actor. Their rows are read together, because most sessions begin with both. */
export function rememberMe(actor: UserActor, profile: Profile, impersonatorName = '') {
  const { permissions, withheld, homeAccountId, impersonation } = actor
  const user = {
    ...profile,
    permissions: [...permissions].sort(),
    home_account_id: homeAccountId,
    two_factor_required: withheld.size > 0,
    impersonator: impersonation
      ? { id: impersonation.impersonatorId, name: impersonatorName }
      : null,
  }
  known.set(actor, Object.freeze({ user }))
}

/** The user from their home account, with their permissions in the current account. */
export function readMe({ actor }: Pick<Ctx, 'actor'>): Static<typeof CurrentUser> {
  const me = known.get(actor)
  if (!me) throw new Error('only users have a profile')
  return me
}
