import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type ChainReport, verifyTrail } from '../platform/audit/verify.ts'
import type { Database } from '../platform/db/database.ts'
import type { Platform } from '../platform/kernel/platform.ts'

/** A separate audit chain, in an account without users. */
export function trail(platform: Platform) {
  const account = randomUUID()
  const ctx = platform.system().inAccount(account)
  return {
    account,
    ctx,
    async write(count: number) {
      for (let n = 1; n <= count; n++) {
        await ctx.transaction((tx) =>
          tx.audit('role.updated', `thing-${n}`, {
            new: { n, b: { z: 1, a: [1, { y: 2, x: 1 }] } },
          }),
        )
      }
    },
    seal: () => platform.sealer.seal(),
    async verify(): Promise<ChainReport> {
      for await (const report of verifyTrail(platform.database, platform.vault, [account]))
        return report
      throw new Error('nothing was verified')
    },
    /** Changes rows without triggers and foreign keys, as the database owner can. */
    tamper: (work: (trx: Database) => Promise<unknown>) =>
      platform.database.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx)
        await work(trx)
      }),
  }
}
