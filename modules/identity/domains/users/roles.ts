import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { lockRowForReference } from '@powernode/server/platform/db/reference_lock.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { lockAccount } from '../accounts/account.ts'
import { readRole, rolesOf, setRoles } from '../roles/role.ts'
import { requireAnOwner } from './owners.ts'
import { readUser, requireRank } from './user.ts'

/** Assigns one more role to a user. Idempotent. */
export function assignRole(ctx: Ctx, userId: string, roleId: string) {
  return changeRoles(ctx, userId, roleId, (names, name) => [...new Set([...names, name])])
}

export function removeRole(ctx: Ctx, userId: string, roleId: string) {
  return changeRoles(ctx, userId, roleId, (names, name) =>
    names.filter((assigned) => assigned !== name),
  )
}

async function changeRoles(
  ctx: Ctx,
  userId: string,
  roleId: string,
  change: (names: string[], name: string) => string[],
) {
  const user = await readUser(ctx, userId)
  const role = await readRole(ctx, roleId)
  if (callingUser(ctx)?.userId === userId) {
    throw fail.invalid({ base: ['You cannot change your own roles'] })
  }
  requireRank(ctx, user.permissions)
  await ctx.transaction(async (tx) => {
    // Locking the account serializes role changes, so that none overwrites another or removes the last owner.
    await lockAccount(tx, ctx.account.id)
    await lockRowForReference(tx, 'users', userId)
    const before = await rolesOf(tx, userId)
    const after = change(before, role.name)
    if (after.length === before.length) return
    await setRoles(tx, userId, after)
    await requireAnOwner(tx)
    await tx.audit('user.roles_changed', userId, { old: { roles: before }, new: { roles: after } })
    await tx.emit('user.updated', { id: userId, changes: ['roles'] })
    await tx.forget({ user: userId })
  })
  return readUser(ctx, userId)
}
