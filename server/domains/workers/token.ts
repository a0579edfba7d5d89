import { randomUUIDv7 } from 'node:crypto'
import { digestOf, newSecret } from '../../platform/crypto/vault.ts'
import type { PlatformCtx } from '../../platform/db/context.ts'

/** A token to be shown once, and what is kept of it. */
export function newToken() {
  const token = newSecret('swt_')
  return { token, ...stored(token) }
}

/** Registers the installation's own worker. One that is registered already keeps its token. */
export async function ensureSystemWorker(ctx: PlatformCtx, token: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const made = await tx.db
      .insertInto('workers')
      .values({
        id: randomUUIDv7(),
        name: 'system',
        is_system: true,
        ...stored(token),
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

function stored(token: string) {
  const token_preview = `${token.slice(0, 6)}${'*'.repeat(6)}${token.slice(-4)}`
  return { token_digest: digestOf(token), token_preview }
}
