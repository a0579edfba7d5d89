import type { PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { Tier } from '@powernode/server/platform/kernel/tiers.ts'

type Status = 'active' | 'suspended'

/** Changes the status of an account; undefined if the account does not have the status `from`. */
export function setAccountStatus(
  tx: PlatformTx,
  id: string,
  { from, to }: { from: Status; to: Status },
) {
  return tx.db
    .updateTable('accounts')
    .set({ status: to, updated_at: tx.now() })
    .where('id', '=', id)
    .where('status', '=', from)
    .returning(['id', 'name', 'status', 'subdomain'])
    .executeTakeFirst()
}

/** Sets the rate limit tier of an account; null for the default. */
export async function setTier(tx: PlatformTx, id: string, tier: Tier | null): Promise<void> {
  await tx.db
    .updateTable('accounts')
    .set({ rate_limit_tier: tier, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
}
