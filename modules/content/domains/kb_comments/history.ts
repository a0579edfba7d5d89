import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type AuthorHistory, BAN_DAYS, bannedUntil, SPAM_MEMORY_DAYS } from './judgement.ts'
import { readModerationSettings } from './moderation_settings.ts'

const HOURLY = 10
const HOUR_MS = 3_600_000

/** Comments of one person are written one after the other, so that none escapes the limit or the comparison. */
export async function lockAuthor(tx: Tx, authorId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`kb comments of ${authorId}`}))`.execute(tx.db)
}

/** Throws 429 for the eleventh comment within an hour, on the articles of any account. */
export async function requireHourlyLimit(tx: Tx, authorId: string): Promise<void> {
  const now = tx.now().getTime()
  const recent = await tx
    .acrossAccounts({ because: 'a person may comment in all accounts' })
    .selectFrom('kb_comments')
    .select('created_at')
    .where('author_id', '=', authorId)
    .where('created_at', '>', new Date(now - HOUR_MS))
    .orderBy('created_at', 'desc')
    .limit(HOURLY)
    .execute()
  const tenth = recent[HOURLY - 1]
  if (!tenth) return
  const seconds = Math.ceil((tenth.created_at.getTime() + HOUR_MS - now) / 1000)
  throw fail.rateLimited(
    { name: 'kb_comments', limit: HOURLY, window: 3600, seconds },
    { scope: 'user' },
    `You can write ${HOURLY} comments an hour`,
  )
}

/** Throws 403 for somebody of whom three comments were marked as spam. */
export async function requireNotBanned(tx: Tx, authorId: string): Promise<void> {
  const marks = await selectOf(tx, authorId)
    .select(markedAt.as('at'))
    .where('status', '=', 'spam')
    .where(markedAt, '>', daysAgo(tx, 2 * BAN_DAYS))
    .execute()
  const end = bannedUntil(
    marks.map(({ at }) => at),
    tx.now(),
  )
  if (!end) return
  throw fail.with('forbidden', 'Your comments here were marked as spam', {
    until: end.toISOString(),
  })
}

/** What the account knows of an author. `content` is compared with earlier comments, besides the one with `commentId`. */
export async function readHistory(
  tx: Tx,
  authorId: string,
  { content, commentId }: { content: string; commentId?: string },
): Promise<Omit<AuthorHistory, 'isTrusted'>> {
  const others = selectOf(tx, authorId).$if(commentId !== undefined, (query) =>
    query.where('id', '<>', commentId ?? ''),
  )
  const { approved, spam, repeated } = await others
    .select([
      sql<boolean>`coalesce(bool_or(status = 'approved'), false)`.as('approved'),
      sql<boolean>`coalesce(bool_or(status = 'spam' and ${markedAt} > ${daysAgo(tx, SPAM_MEMORY_DAYS)}), false)`.as(
        'spam',
      ),
      sql<boolean>`coalesce(bool_or(content = ${content} and created_at > ${daysAgo(tx, 1)}), false)`.as(
        'repeated',
      ),
    ])
    .executeTakeFirstOrThrow()
  const { trust_returning } = await readModerationSettings(tx)
  return {
    wasApproved: approved,
    wasSpam: spam,
    isRepeated: repeated,
    trustReturning: trust_returning,
  }
}

/** When a comment got its status, by a moderator or when it was written. */
const markedAt = sql<Date>`coalesce(moderated_at, updated_at)`

const daysAgo = (tx: Tx, days: number) => new Date(tx.now().getTime() - days * DAY_MS)

function selectOf(tx: Tx, authorId: string) {
  return tx.own('kb_comments').select().where('author_id', '=', authorId)
}
