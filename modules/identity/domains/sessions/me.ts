import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Flag, Id, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Actor } from '@powernode/server/platform/kernel/actor.ts'
import type { Static } from 'typebox'
import { AccountBrief } from '../accounts/account.ts'
import { readPerson } from '../users/person.ts'
import { readUser, UserDetail } from '../users/user.ts'

const { failed_login_attempts: _failures, ...detail } = UserDetail.properties

export const Me = Shape('Me', {
  ...detail,
  account: AccountBrief,
  home_account_id: Id('The account the person belongs to; differs while a delegation is used'),
  two_factor_required: Flag('Administration is withheld until two-factor sign-in is on'),
  impersonator: Nullable(
    Shape({
      id: Id('Who acts as this person'),
      name: Text(100, { description: 'Their full name' }),
    }),
  ),
})

export const CurrentUser = Shape('CurrentUser', { user: Me })

// A principal is forgotten when its user, roles or account change, and what hangs on it goes with it.
const remembered = new WeakMap<Actor, Promise<Static<typeof Me>>>()

export async function readMe(ctx: Ctx): Promise<Static<typeof CurrentUser>> {
  const { actor } = ctx
  if (actor.kind !== 'user') throw new Error('only people have a profile')
  let me = remembered.get(actor)
  if (!me) {
    me = loadMe(ctx, actor)
    remembered.set(actor, me)
    me.catch(() => remembered.delete(actor))
  }
  return { user: await me }
}

type Identity = Pick<
  Extract<Actor, { kind: 'user' }>,
  'userId' | 'homeAccountId' | 'delegationId' | 'impersonation' | 'permissions' | 'withheld'
>

/** The person as their home account knows them, with what they may do in the account they are in. */
export async function loadMe(ctx: Ctx, who: Identity): Promise<Static<typeof Me>> {
  const [{ failed_login_attempts: _, ...user }, account, impersonator] = await Promise.all([
    readUser(ctx.inAccount(who.homeAccountId), who.userId),
    ctx.db
      .selectFrom('accounts')
      .select(['id', 'name', 'status', 'subdomain'])
      .where('id', '=', ctx.account.id)
      .executeTakeFirstOrThrow(),
    who.impersonation && readPerson(ctx, who.impersonation.impersonatorId),
  ])
  return {
    ...user,
    permissions: [...who.permissions].sort(),
    account,
    home_account_id: who.homeAccountId,
    two_factor_required: who.withheld.size > 0,
    impersonator: impersonator ? { id: impersonator.id, name: impersonator.name } : null,
  }
}
