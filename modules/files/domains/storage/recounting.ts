import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'

const COUNTERS = ['used_bytes', 'reserved_bytes', 'files_count'] as const
const TOTALS = ['used_bytes', 'reserved_bytes'] as const

/**
 * Computes what every account uses from its objects. Counters only move together with objects, so a difference is a defect: it
 * is corrected and reported. Returns the number of accounts with wrong counters.
 */
export async function recountSpace(ctx: PlatformCtx): Promise<number> {
  let corrected = 0
  for (const account_id of await accountsThatDiffer(ctx)) {
    const findings = await ctx
      .inAccount(account_id, { kind: 'system' })
      .transaction((tx) => correct(tx))
    if (findings.length === 0) continue
    corrected++
    await raiseAlert(ctx, {
      type: 'storage_miscounted',
      severity: 'high',
      summary: 'The counted space of files was wrong and was corrected.',
      account_id,
      details: { findings },
      dedupe_key: `storage-miscounted-${account_id}`,
    })
  }
  return corrected
}

/** Without locks: running uploads may appear here too. */
async function accountsThatDiffer(ctx: PlatformCtx): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    with counted as (
      select s.id, s.account_id, s.is_own, s.used_bytes, s.reserved_bytes, s.files_count,
        coalesce(sum(b.size_bytes), 0) as used, coalesce(sum(b.reserved_bytes), 0) as reserved,
        count(b.id) filter (where b.size_bytes > 0) as files
      from storage s left join blobs b on b.storage_id = s.id
      group by s.id)
    select account_id from counted
    where (used_bytes, reserved_bytes, files_count) <> (used, reserved, files)
    union
    select a.account_id from account_storage a left join counted c
      on c.account_id = a.account_id and not c.is_own
    group by a.account_id, a.used_bytes, a.reserved_bytes
    having a.used_bytes <> coalesce(sum(c.used), 0) or a.reserved_bytes <> coalesce(sum(c.reserved), 0)
  `.execute(ctx.acrossAccounts({ because: 'the space of all accounts is recounted' }))
  return rows.map(({ account_id }) => account_id)
}

/** Under the locks that every change of an object takes, storages first, what is counted and what is there are the same moment. */
async function correct(tx: Tx): Promise<string[]> {
  tx.unaudited('counters of what is stored')
  const findings: string[] = []
  const total = { used_bytes: 0, reserved_bytes: 0 }
  const storages = await tx
    .own('storage')
    .select()
    .select(['id', 'name', 'is_own', ...COUNTERS])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const account = await tx
    .own('account_storage')
    .select()
    .select(TOTALS)
    .forNoKeyUpdate()
    .executeTakeFirst()
  for (const { id, name, is_own, ...counted } of storages) {
    const actual = await countObjects(tx, id)
    if (!is_own) {
      total.used_bytes += actual.used_bytes
      total.reserved_bytes += actual.reserved_bytes
    }
    const wrong = COUNTERS.filter((counter) => counted[counter] !== actual[counter])
    if (wrong.length === 0) continue
    for (const counter of wrong) {
      findings.push(`${counter} of ${name} was ${counted[counter]} instead of ${actual[counter]}`)
    }
    await tx.own('storage').update(actual).where('id', '=', id).execute()
  }
  const wrong = account ? TOTALS.filter((counter) => account[counter] !== total[counter]) : []
  for (const counter of wrong) {
    findings.push(
      `${counter} of the account was ${account?.[counter]} instead of ${total[counter]}`,
    )
  }
  if (wrong.length > 0) await tx.own('account_storage').update(total).execute()
  return findings
}

function countObjects(tx: Tx, storageId: string) {
  return tx
    .own('blobs')
    .select()
    .select([
      sql<number>`coalesce(sum(size_bytes), 0)::bigint`.as('used_bytes'),
      sql<number>`coalesce(sum(reserved_bytes), 0)::bigint`.as('reserved_bytes'),
      sql<number>`count(*) filter (where size_bytes > 0)`.as('files_count'),
    ])
    .where('storage_id', '=', storageId)
    .executeTakeFirstOrThrow()
}
