import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'

const NEEDED = 'kb_comments.moderate'
const SHOWN_ARTICLES = 5

export const ModerationDigests = Shape('ModerationDigests', {
  sent: Count('Accounts whose moderators were notified'),
})

/** Notifies the moderators of every account in which comments wait, once a day. Idempotent. */
export async function sendModerationDigests(ctx: PlatformCtx) {
  const accounts = await ctx
    .acrossAccounts({ because: 'comments wait in all accounts' })
    .selectFrom('kb_comments')
    .innerJoin('accounts', 'accounts.id', 'kb_comments.account_id')
    .select('kb_comments.account_id')
    .distinct()
    .where('kb_comments.status', '=', 'pending')
    .where('accounts.status', '=', 'active')
    .execute()
  let sent = 0
  for (const { account_id } of accounts) {
    const account = ctx.inAccount(account_id, { kind: 'system' })
    if (await account.transaction(notifyModerators)) sent++
  }
  return { sent }
}

async function notifyModerators(tx: Tx): Promise<boolean> {
  tx.unaudited('only notifies')
  if (!(await claimDay(tx))) return false
  const articles = await tx
    .own('kb_comments')
    .select()
    .innerJoin('kb_articles', 'kb_articles.id', 'kb_comments.article_id')
    .select(['kb_articles.title', sql<number>`count(*)`.as('waiting')])
    .where('kb_comments.status', '=', 'pending')
    .groupBy(['kb_articles.id', 'kb_articles.title'])
    .orderBy('waiting', 'desc')
    .orderBy('kb_articles.title')
    .execute()
  const waiting = articles.reduce((sum, article) => sum + article.waiting, 0)
  if (waiting === 0) return false
  const named = articles
    .slice(0, SHOWN_ARTICLES)
    .map((article) => `“${article.title}” (${article.waiting})`)
  const others = articles.length - named.length
  const on = [...named, ...(others > 0 ? [`${others} more`] : [])].join(', ')
  await tx.notify(await moderatorsOf(tx), {
    notification_type: 'kb_comments_waiting',
    title: waiting === 1 ? 'A comment waits for you' : `${waiting} comments wait for you`,
    message: `On ${on}. Readers see them once you approve them.`,
    severity: 'info',
    category: 'content',
    action_url: '/kb_comments?status=pending',
    metadata: { waiting },
  })
  return true
}

/** Whether nobody was notified today. The row is locked until the transaction ends. */
async function claimDay(tx: Tx): Promise<boolean> {
  const today = tx.now().toISOString().slice(0, 10)
  const claimed = await tx
    .own('kb_moderation')
    .insert({ digest_on: today })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ digest_on: today })
        .where(sql<boolean>`kb_moderation.digest_on is distinct from ${today}::date`),
    )
    .returning('account_id')
    .executeTakeFirst()
  return claimed !== undefined
}

/** The active users of the account with the permission to moderate, by any of their roles. */
async function moderatorsOf(tx: Tx): Promise<string[]> {
  const users = await tx
    .own('user_roles')
    .select()
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .innerJoin('role_permissions', 'role_permissions.role_id', 'user_roles.role_id')
    .innerJoin('permissions', 'permissions.id', 'role_permissions.permission_id')
    .select('users.id')
    .distinct()
    .where('permissions.name', '=', NEEDED)
    .where('users.status', '=', 'active')
    .execute()
  return users.map(({ id }) => id)
}
