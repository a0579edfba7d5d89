import { healthy, type Probe, warning } from '@powernode/server/platform/health.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'

const MAIL_LATE_MINUTES = 10

/** How its parts of the installation are. */
export const health = {
  /** Judged by what became of the mails of the last day: reaching out is the worker's. */
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
    const { failed = 0, deferred = 0, late = 0, error: why } = rows[0] ?? {}
    const troubles = [
      failed > 0 && `${mails(failed)} failed within a day`,
      deferred > 0 && `${mails(deferred)} ${deferred === 1 ? 'waits' : 'wait'} to be sent again`,
      late > 0 &&
        `${mails(late)} ${late === 1 ? 'waits' : 'wait'} for over ${MAIL_LATE_MINUTES} minutes`,
    ].filter((trouble) => trouble !== false)
    const last = why ? `. The last said: ${why}` : ''
    if (troubles.length > 0) return warning(`${troubles.join(', ')}${last}`.slice(0, 500))
    const captured = { ...healthy, reason: 'Mail is kept in the mailbox: SMTP_URL is not set' }
    return platform.config.SMTP_URL ? healthy : captured
  },
} satisfies Record<string, Probe>

const mails = (count: number) => (count === 1 ? '1 mail' : `${count} mails`)
