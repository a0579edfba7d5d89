import { accountOfFile } from '@powernode/modules/files/domains/files/processed.ts'
import { type Quarantine, quarantineIn } from '@powernode/modules/files/domains/files/quarantine.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Static } from 'typebox'
import { cancelJobs } from './transitions.ts'

/** Quarantines an infected file; nothing else is done with it. */
export async function quarantineFound(
  ctx: PlatformCtx,
  id: string,
  { reason }: Static<typeof Quarantine>,
): Promise<void> {
  const account = await accountOfFile(ctx, id)
  await account.transaction(async (tx) => {
    tx.unaudited('a repetition changes nothing; the first time is audited')
    await quarantineIn(tx, id, reason)
    await cancelJobs(tx, id)
  })
}
