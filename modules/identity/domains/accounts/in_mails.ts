import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { timeInWords } from '@powernode/server/platform/mail/words.ts'
import { sql } from 'kysely'

/** The account as emails name it, and times in its time zone and in UTC. */
export async function accountInMails(ctx: Ctx) {
  const { name, zone } = await ctx.db
    .selectFrom('accounts')
    .select(['name', sql<string>`known_time_zone(time_zone)`.as('zone')])
    .where('id', '=', ctx.account.id)
    .executeTakeFirstOrThrow()
  return { name, inWords: (at: Date) => timeInWords(at, zone) }
}
