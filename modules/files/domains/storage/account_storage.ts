import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Count,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { ensureAccountStorage } from './default_storage.ts'
import { limitOf } from './space.ts'

const Limit = Nullable(
  Type.Integer({
    minimum: 0,
    maximum: 2 ** 50,
    description: 'Its own limit in bytes; null for that of the settings',
    examples: [50_000_000_000],
  }),
)

export const StorageUsage = Shape('StorageUsage', {
  used_bytes: Count('Space in use by all storages on the disks of the server', [4_200_000]),
  reserved_bytes: Count('Space reserved for uploads that are running', [0]),
  limit_bytes: Count('Space that the operator allows', [10_000_000_000]),
  files_count: Count('Stored files, including the trash'),
  storages_count: Count('Storages'),
})

export const AccountStorage = Shape('AccountStorage', {
  id: Id('The account'),
  name: Text(100, { description: 'Name of the account' }),
  limit_bytes: Limit,
  used_bytes: Count('Space in use', [4_200_000]),
  reserved_bytes: Count('Space reserved for uploads that are running', [0]),
})

export const AccountStorageFilters = {
  search: Text(100, { description: 'Part of the name of the account' }),
}

export const AccountStorageLimit = Changes('AccountStorageLimit', Shape({ limit_bytes: Limit }))

/** What the files of this account use of what the operator allows. */
export async function readStorageUsage(ctx: Ctx): Promise<Static<typeof StorageUsage>> {
  const account = await ctx
    .own('account_storage')
    .select()
    .select(['limit_bytes', 'used_bytes', 'reserved_bytes'])
    .executeTakeFirst()
  const storages = await ctx
    .own('storage')
    .select()
    .select(sql<number>`coalesce(sum(files_count), 0)::bigint`.as('files_count'))
    .select(sql<number>`count(*)`.as('storages_count'))
    .executeTakeFirstOrThrow()
  const { used_bytes = 0, reserved_bytes = 0, limit_bytes = null } = account ?? {}
  return { ...storages, used_bytes, reserved_bytes, limit_bytes: limitOf(ctx, limit_bytes) }
}

/** The accounts that have files, or had. */
export function listAccountStorage(
  ctx: Ctx,
  page: PageRequest,
  { search }: QueryValues<typeof AccountStorageFilters>,
) {
  let query = selectAccounts(ctx)
  if (search) query = query.where((eb) => contains(eb.ref('accounts.name'), search))
  return paginate(ctx, query, page, 'account_storage')
}

/** Limits the space of an account. What it has stored stays, even if it is more. */
export async function limitAccountStorage(
  ctx: Ctx,
  id: string,
  { limit_bytes = null }: Static<typeof AccountStorageLimit>,
) {
  const account = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!account) throw fail.notFound('account')
  await ctx.inAccount(id).transaction(async (tx) => {
    await ensureAccountStorage(tx)
    const before = await tx
      .own('account_storage')
      .select()
      .select('limit_bytes')
      .forUpdate()
      .executeTakeFirstOrThrow()
    await tx.own('account_storage').update({ limit_bytes, updated_at: tx.now() }).execute()
    const old = { limit_bytes: before.limit_bytes }
    await tx.audit('account_storage.limited', id, { old, new: { limit_bytes } })
  })
  return selectAccounts(ctx, 'admin.storage.update')
    .where('accounts.id', '=', id)
    .executeTakeFirstOrThrow()
}

function selectAccounts(
  ctx: Ctx,
  permission: 'admin.storage.read' | 'admin.storage.update' = 'admin.storage.read',
) {
  return ctx
    .acrossAccounts(permission)
    .selectFrom('account_storage')
    .innerJoin('accounts', 'accounts.id', 'account_storage.account_id')
    .select([
      'account_storage.account_id as id',
      'accounts.name',
      'account_storage.limit_bytes',
      'account_storage.used_bytes',
      'account_storage.reserved_bytes',
    ])
}
