import type { Static } from 'typebox'
import type { Actor, Ctx } from '../../platform/db/context.ts'
import { Shape } from '../../platform/http/shapes.ts'
import { AccountBrief } from '../accounts/account.ts'
import { readUser, UserDetail } from '../users/user.ts'

const { failed_login_attempts: _, ...detail } = UserDetail.properties

export const Me = Shape({ ...detail, account: AccountBrief })

export const CurrentUser = Shape({ user: Me })

// A principal is forgotten when its user, roles or account change, and what hangs on it goes with it.
const remembered = new WeakMap<Actor, Promise<Static<typeof Me>>>()

export async function readMe(ctx: Ctx): Promise<Static<typeof CurrentUser>> {
  const { actor } = ctx
  if (actor.kind !== 'user') throw new Error('only people have a profile')
  let me = remembered.get(actor)
  if (!me) {
    me = loadMe(ctx, actor.userId)
    remembered.set(actor, me)
    me.catch(() => remembered.delete(actor))
  }
  return { user: await me }
}

export async function loadMe(ctx: Ctx, userId: string): Promise<Static<typeof Me>> {
  const [user, account] = await Promise.all([
    readUser(ctx, userId),
    ctx.db
      .selectFrom('accounts')
      .select(['id', 'name', 'status', 'subdomain'])
      .where('id', '=', ctx.account.id)
      .executeTakeFirstOrThrow(),
  ])
  return { ...user, account }
}
