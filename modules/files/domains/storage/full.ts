import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'

const WARNED_PERCENT = [80, 100]

/** Warns the owners when the use of a storage has just passed 80% or reached 100% of its quota. */
export async function warnOfFullStorage(tx: Tx, id: string, added: number): Promise<void> {
  const { name, used_bytes, quota_bytes } = await tx
    .own('storage')
    .select()
    .select(['name', 'used_bytes', 'quota_bytes'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (quota_bytes === null) return
  const percent = WARNED_PERCENT.findLast(
    (one) =>
      used_bytes * 100 >= quota_bytes * one && (used_bytes - added) * 100 < quota_bytes * one,
  )
  if (percent === undefined) return
  await tx.emit('storage.quota_warning', { id, name, used_bytes, quota_bytes, percent })
  const owners = await ownersOf(tx)
  await tx.notify(
    owners.map((owner) => owner.id),
    {
      notification_type: 'storage_almost_full',
      title: percent === 100 ? `${name} is full` : `${name} is 80% full`,
      message:
        percent === 100
          ? 'New files are refused until you delete some permanently or raise the quota.'
          : 'Delete files permanently or raise its quota before it is full.',
      severity: 'warning',
      category: 'content',
      action_url: '/storage',
      metadata: { storage_id: id },
    },
  )
}
