import { randomUUIDv7 } from 'node:crypto'
import {
  callingUser,
  isInAccount,
  type PlatformCtx,
} from '@powernode/server/platform/db/context.ts'
import { Count, ListOf, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'

const MIN_LENGTH = 3
const SHOWN = 50

export const UnansweredSearches = ListOf(
  Shape('UnansweredSearch', {
    query: Text(200, { description: 'What was searched', examples: ['invoice address'] }),
    searches_count: Count('How often'),
    last_searched_at: Time('When it was searched last'),
  }),
  { maxItems: SHOWN, description: 'Searches of the last 30 days that found nothing' },
)

/** Keeps for 30 days what was searched and not found, without who searched it. */
export async function keepUnanswered(ctx: PlatformCtx, text: string): Promise<void> {
  const query = text.toLowerCase().replace(/\s+/g, ' ').slice(0, 200).toWellFormed()
  if (query.length < MIN_LENGTH) return
  const account_id = isInAccount(ctx) ? ctx.account.id : null
  await ctx.transaction(async (tx) => {
    tx.unaudited('counts only')
    await tx
      .acrossAccounts({ because: 'visitors who search belong to no account' })
      .insertInto('kb_searches')
      .values({
        ...{ id: randomUUIDv7(), account_id, query },
        ...{ created_at: tx.now(), updated_at: tx.now() },
      })
      .onConflict((conflict) =>
        conflict.constraint('kb_searches_query').doUpdateSet((eb) => ({
          searches_count: eb('kb_searches.searches_count', '+', 1),
          updated_at: tx.now(),
        })),
      )
      .execute()
  })
}

/** Those of the people of the account, and for administrators of the installation those of visitors too; the most frequent first. */
export function readUnanswered(ctx: PlatformCtx & { account: { id: string } }) {
  const readsVisitors = callingUser(ctx)?.permissions.has('admin.kb_articles.update') === true
  return ctx
    .acrossAccounts({ because: 'visitors who search belong to no account' })
    .selectFrom('kb_searches')
    .select(['query', 'searches_count', 'updated_at as last_searched_at'])
    .where((eb) =>
      eb.or([
        eb('account_id', '=', ctx.account.id),
        ...(readsVisitors ? [eb('account_id', 'is', null)] : []),
      ]),
    )
    .orderBy('searches_count', 'desc')
    .orderBy('updated_at', 'desc')
    .limit(SHOWN)
    .execute()
}
