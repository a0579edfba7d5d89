import { setProcessingStatus } from '@powernode/modules/files/domains/files/processed.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'

const BATCH = 500

/**
 * Where nobody can read a file before it was scanned: has those scanned that were uploaded before that, or whose scan failed.
 * Returns their number.
 */
export async function scanUnscanned(ctx: PlatformCtx): Promise<number> {
  if (!ctx.platform.environment.AV_REQUIRED) return 0
  let scanned = 0
  for (;;) {
    const files = await findUnscanned(ctx)
    for (const { id, account_id } of files) {
      await ctx.inAccount(account_id, { kind: 'system' }).transaction(async (tx) => {
        tx.unaudited('a step of processing; the file was audited')
        const again = {
          status: 'pending',
          retry_count: 0,
          result_data: {},
          error_details: {},
        } as const
        const job = await tx
          .own('processing_jobs')
          .insert({ file_id: id, job_type: 'scan' })
          .onConflict((conflict) =>
            conflict
              .constraint('processing_jobs_type')
              .doUpdateSet({ ...again, updated_at: tx.now() }),
          )
          .returning('id')
          .executeTakeFirstOrThrow()
        await tx.enqueue('process_file', { processing_job_id: job.id })
        await setProcessingStatus(tx, id, 'pending')
      })
    }
    scanned += files.length
    if (files.length < BATCH) return scanned
  }
}

function findUnscanned(ctx: PlatformCtx) {
  return ctx
    .acrossAccounts({ because: 'the files of all accounts are scanned' })
    .selectFrom('files')
    .select(['id', 'account_id'])
    .where('deleted_at', 'is', null)
    .where('quarantined_at', 'is', null)
    .where(
      sql<boolean>`not exists (select from processing_jobs j where j.file_id = files.id
        and j.job_type = 'scan' and (j.status in ('pending', 'processing') or
          (j.status = 'completed' and j.result_data ->> 'infected' is not null)))`,
    )
    .limit(BATCH)
    .execute()
}
