import { randomUUIDv7 } from 'node:crypto'
import { digestOf } from '../../platform/crypto/vault.ts'
import type { PlatformCtx } from '../../platform/db/context.ts'

/** Registers the installation's own worker. One that is registered already keeps its token. */
export async function ensureSystemWorker(ctx: PlatformCtx, token: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const made = await tx.db
      .insertInto('workers')
      .values({
        id: randomUUIDv7(),
        name: 'system',
        token_digest: digestOf(token),
        is_system: true,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) return tx.audit('worker.created', made.id, { new: { name: 'system' } })
    const known = await tx.db
      .selectFrom('workers')
      .select('id')
      .where('token_digest', '=', digestOf(token))
      .executeTakeFirst()
    if (!known)
      ctx.log.warn('WORKER_TOKEN differs from the registered system worker’s, which stays')
  })
}
