import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import type { DocumentKind } from './document.ts'

type Kind = Pick<DocumentKind, 'table' | 'noun'>

/** The cable stream of the editors of a document. */
export const streamOf = ({ table, noun }: Kind, id: string) => `${table}:${noun}:${id}`

/** Tells the editors of a document that it was saved. */
export async function broadcastSaved(
  tx: Tx,
  kind: Kind,
  { id, lock_version, version }: { id: string; lock_version: number; version: number },
): Promise<void> {
  const saved = { type: `${kind.noun}_saved`, lock_version, version, ...(await namedCaller(tx)) }
  await tx.broadcast(streamOf(kind, id), { ...saved, timestamp: tx.now().toISOString() })
}

/** Tells the editors of a document that its status or schedule changed. */
export async function broadcastStatus(
  tx: Tx,
  kind: Kind,
  id: string,
  status: string,
): Promise<void> {
  const timestamp = tx.now().toISOString()
  await tx.broadcast(streamOf(kind, id), {
    type: `${kind.noun}_status_changed`,
    status,
    timestamp,
  })
}

export async function namedCaller(ctx: Ctx) {
  const user_id = callingUser(ctx)?.userId
  if (!user_id) return { user_id: null, name: null }
  const user = await ctx
    .own('users')
    .select()
    .select('name')
    .where('id', '=', user_id)
    .executeTakeFirst()
  return { user_id, name: user?.name ?? null }
}
