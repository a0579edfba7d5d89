import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'

/** More problems of one import are counted nowhere: it should be mended and repeated. */
export const MAX_PROBLEMS = 100

const TransferProblem = Shape('TransferProblem', {
  path: Text(1000, { description: 'Path in the archive', examples: ['guides/first-steps.md'] }),
  problem: Text(500, { description: 'Why it was left out', examples: ['slug is already taken'] }),
})

export type TransferProblem = Static<typeof TransferProblem>

export const TransferStatus = Choice(
  ['pending', 'processing', 'completed', 'failed'],
  'A completed import may have left out files: see `problems`',
)

export const KbTransfer = Shape('KbTransfer', {
  id: Id(),
  kind: Choice(['import', 'export'], 'What is done'),
  status: TransferStatus,
  file_id: Nullable(Id('The archive: what is imported, or was exported')),
  category_id: Nullable(Id('Where imported articles are put that name no category of the account')),
  articles_count: Count('Articles that were imported or exported so far'),
  problems: ListOf(TransferProblem, {
    maxItems: MAX_PROBLEMS,
    description: 'What was left out of an import',
    examples: [[]],
  }),
  error: Nullable(Text(500, { description: 'Why it failed', examples: ['is not a ZIP archive'] })),
  requested_by: Nullable(Person),
  created_at: Time('When it was requested'),
  finished_at: Nullable(Time('When it was finished')),
})

export function listTransfers(ctx: Ctx, page: PageRequest) {
  return paginate(ctx, selectTransfers(ctx), page, 'kb_transfers')
}

export async function readTransfer(ctx: Ctx, id: string) {
  const transfer = await selectTransfers(ctx).where('kb_transfers.id', '=', id).executeTakeFirst()
  if (!transfer) throw fail.notFound('transfer')
  return transfer
}

/** Locks a transfer of the account; 404 if there is none. */
export async function lockTransfer(tx: Tx, id: string) {
  const transfer = await tx
    .own('kb_transfers')
    .select()
    .select(['id', 'kind', 'status', 'file_id', 'category_id', 'requested_by_id', 'articles_count'])
    .select(sql<TransferProblem[]>`problems`.as('problems'))
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!transfer) throw fail.notFound('transfer')
  return transfer
}

/** The account of a transfer, for workers. */
export async function accountOfTransfer(ctx: PlatformCtx, id: string): Promise<Ctx> {
  const transfer = await ctx
    .acrossAccounts({ because: 'workers process transfers of all accounts' })
    .selectFrom('kb_transfers')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!transfer) throw fail.notFound('transfer')
  return ctx.inAccount(transfer.account_id, { kind: 'system' })
}

function selectTransfers(ctx: Ctx) {
  return ctx
    .own('kb_transfers')
    .select()
    .select([
      'kb_transfers.id',
      'kind',
      'status',
      'file_id',
      'category_id',
      'articles_count',
      'error',
      'created_at',
      'finished_at',
      sql<TransferProblem[]>`problems`.as('problems'),
      personAt('kb_transfers.requested_by_id').as('requested_by'),
    ])
}
