import { healthy, type Probe, warning } from '@powernode/server/platform/health.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'

const MAIL_LATE_MINUTES = 10

/** Health checks of the domain. */
export const health = {
  /** Based on the mails of the last 24 hours, because only workers connect to the mail server. */
  async mail(ctx) {
    const { platform, now } = ctx
    const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * MINUTE_MS)
    const { rows } = await sql<{
      failed: number
      deferred: number
      late: number
      error: string | null
    }>`
      select count(*) filter (where status = 'failed') as failed,
        count(*) filter (where status = 'deferred') as deferred,
        count(*) filter (where status = 'queued') as late,
        (array_agg(error order by attempted_at desc) filter (where status <> 'queued'))[1] as error
      from mails where status = 'deferred'
        or status = 'failed' and (attempted_at > ${minutesAgo(24 * 60)}
          or attempted_at is null and created_at > ${minutesAgo(24 * 60)})
        or status = 'queued' and created_at between ${minutesAgo(24 * 60)} and ${minutesAgo(MAIL_LATE_MINUTES)}
          and attempted_at is null`.execute(ctx.acrossAccounts('admin.settings.read'))
    const { failed = 0, deferred = 0, late = 0, error: lastError } = rows[0] ?? {}
    const problems = [
      failed > 0 && `${formatNoun(failed, 'email')} failed in the last 24 hours`,
      deferred > 0 && `${formatNoun(deferred, 'email')} waiting for a retry`,
      late > 0 && `${formatNoun(late, 'email')} waiting for more than ${MAIL_LATE_MINUTES} minutes`,
    ].filter((problem) => problem !== false)
    const last = lastError ? `. Last error: ${lastError}` : ''
    if (problems.length > 0) return warning(`${problems.join(', ')}${last}`.slice(0, 500))
    const captured = {
      ...healthy,
      reason: 'Email is captured in the mailbox, because SMTP_URL is not set',
    }
    return platform.config.SMTP_URL ? healthy : captured
  },
} satisfies Record<string, Probe>
