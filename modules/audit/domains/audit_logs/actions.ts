import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { AuditAction } from './filters.ts'

export const RecordedAction = Shape('RecordedAction', { action: AuditAction })

/** The actions that the account's entries have. Each is one look-up in the index, however many entries there are. */
export async function listActions(ctx: Ctx, page: PageRequest) {
  const entries = sql.table('audit_logs')
  const next = sql`(select action from ${entries} where account_id = ${ctx.account.id} and action > found.action
    order by action limit 1)`
  const { rows } = await sql<{ action: string }>`
    with recursive found as (
      (select action from ${entries} where account_id = ${ctx.account.id} order by action limit 1)
      union all
      select ${next} from found where found.action is not null
    )
    select action from found where action is not null order by action`.execute(ctx.db)
  if (page.sort.descending) rows.reverse()
  return pageOfRows(rows, page)
}
