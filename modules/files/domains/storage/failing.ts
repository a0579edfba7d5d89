import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'

interface FailingStorage {
  id: string
  name: string
}

/** A storage takes no new files until it passes a test: its owners are told why. */
export async function announceFailure(
  tx: Tx,
  { id, name }: FailingStorage,
  problem: string,
): Promise<void> {
  await tx.own('storage').update({ status: 'failed' }).where('id', '=', id).execute()
  await tx.audit('storage.failed', id, { new: { name }, metadata: { problem } })
  await tx.emit('storage.failed', { id, name, problem })
  await notifyOwners(tx, id, {
    title: `${name} cannot be used`,
    message: `${problem}. New files are refused until it works again, and its files may not be readable.`,
    severity: 'error',
  })
}

/** A storage that failed passed a test and takes files again. */
export async function announceRecovery(tx: Tx, { id, name }: FailingStorage): Promise<void> {
  await tx.own('storage').update({ status: 'active' }).where('id', '=', id).execute()
  await tx.audit('storage.recovered', id, { new: { name } })
  await tx.emit('storage.recovered', { id, name })
  await notifyOwners(tx, id, {
    title: `${name} works again`,
    message: 'It takes new files again.',
    severity: 'success',
  })
}

async function notifyOwners(
  tx: Tx,
  id: string,
  text: { title: string; message: string; severity: 'error' | 'success' },
) {
  const owners = await ownersOf(tx)
  await tx.notify(
    owners.map((owner) => owner.id),
    {
      ...text,
      notification_type: 'storage_failed',
      category: 'content',
      action_url: '/storage',
      metadata: { storage_id: id },
    },
  )
}
