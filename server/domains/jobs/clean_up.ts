import type { Static } from 'typebox'
import type { PlatformCtx } from '../../platform/db/context.ts'
import { Count, Shape } from '../../platform/http/shapes.ts'
import { removeUnconfirmed } from '../accounts/removal.ts'
import { expireInvitations } from '../invitations/invitation.ts'

const DAY_MS = 24 * 3600_000
const KEPT_SUMS_DAYS = 400
const KEPT_ALERTS_DAYS = 400

export const CleanUp = Shape({
  invitations: Count('Invitations that ran out'),
  unconfirmed_accounts: Count('Accounts whose only person never confirmed an address'),
  one_time_tokens: Count('Mailed links that ran out'),
  sessions: Count('Sessions that ended over 30 days ago, with their tokens'),
  refresh_tokens: Count('Refresh tokens that ran out'),
  idempotency_keys: Count('Replies past their 24 hours'),
  auth_throttles: Count('Counters whose window passed'),
  passkey_challenges: Count('Challenges nobody answered'),
  cable_payloads: Count('Broadcasts long delivered'),
  webhook_deliveries: Count('Deliveries older than 30 days'),
  worker_activities: Count('Lines about workers older than 90 days'),
  service_checks: Count('Checks of services older than 90 days'),
  service_uptimes: Count('Sums of them older than eight days by hour, 400 days by day'),
  events: Count('Events older than 90 days'),
  api_key_usage: Count('Counts of API requests older than 400 days'),
  audit_exports: Count('Files past their 24 hours'),
  system_logs: Count('Log lines older than seven days'),
  rate_limit_violations: Count('Refused requests older than 30 days'),
  rate_limit_totals: Count('Counts of requests older than 30 days'),
  metric_samples: Count('Figures older than 30 days'),
  signing_keys: Count('Signing keys whose grace is over'),
  backups: Count('Lines about backups older than 400 days'),
  alerts: Count('Alerts resolved over 400 days ago'),
})

/** Deletes what no request can use any more, and says of invitations that they ran out. Twice does no harm. */
export async function cleanUpExpired(ctx: PlatformCtx): Promise<Static<typeof CleanUp>> {
  const db = ctx.acrossAccounts()
  const now = ctx.now().getTime()
  const daysAgo = (days: number) => new Date(now - days * DAY_MS)
  const deletions = {
    one_time_tokens: db.deleteFrom('one_time_tokens').where('expires_at', '<', new Date(now)),
    sessions: db.deleteFrom('sessions').where('expires_at', '<', daysAgo(30)),
    refresh_tokens: db.deleteFrom('refresh_tokens').where('expires_at', '<', daysAgo(1)),
    idempotency_keys: db.deleteFrom('idempotency_keys').where('created_at', '<', daysAgo(1)),
    auth_throttles: db.deleteFrom('auth_throttles').where('expire', '<', now),
    passkey_challenges: db.deleteFrom('passkey_challenges').where('expires_at', '<', new Date(now)),
    webhook_deliveries: db.deleteFrom('webhook_deliveries').where('created_at', '<', daysAgo(30)),
    worker_activities: db.deleteFrom('worker_activities').where('performed_at', '<', daysAgo(90)),
    service_checks: db.deleteFrom('service_checks').where('checked_at', '<', daysAgo(90)),
    service_uptimes: db
      .deleteFrom('service_uptimes')
      .where((eb) =>
        eb.or([
          eb.and([eb('unit', '=', 'hour'), eb('starts_at', '<', daysAgo(8))]),
          eb.and([eb('unit', '=', 'day'), eb('starts_at', '<', daysAgo(KEPT_SUMS_DAYS))]),
        ]),
      ),
    events: db.deleteFrom('events').where('created_at', '<', daysAgo(90)),
    audit_exports: db.deleteFrom('audit_exports').where('expires_at', '<', new Date(now)),
    system_logs: db.deleteFrom('system_logs').where('created_at', '<', daysAgo(7)),
    rate_limit_violations: db.deleteFrom('rate_limit_violations').where('hour', '<', daysAgo(30)),
    rate_limit_totals: db.deleteFrom('rate_limit_totals').where('hour', '<', daysAgo(30)),
    metric_samples: db.deleteFrom('metric_samples').where('minute', '<', daysAgo(30)),
    alerts: db.deleteFrom('alerts').where('resolved_at', '<', daysAgo(KEPT_ALERTS_DAYS)),
    backups: db.deleteFrom('backups').where('started_at', '<', daysAgo(KEPT_ALERTS_DAYS)),
    signing_keys: db.deleteFrom('signing_keys').where('retired_at', '<', new Date(now)),
    cable_payloads: db.deleteFrom('cable_payloads').where('created_at', '<', daysAgo(1 / 24)),
    api_key_usage: db.deleteFrom('api_key_usage').where('day', '<', daysAgo(KEPT_SUMS_DAYS)),
  }
  const counts: Record<string, number> = {
    invitations: await expireInvitations(ctx),
    unconfirmed_accounts: await removeUnconfirmed(ctx),
  }
  for (const [table, deletion] of Object.entries(deletions)) {
    const { numDeletedRows } = await deletion.executeTakeFirstOrThrow()
    counts[table] = Number(numDeletedRows)
  }
  return counts as Static<typeof CleanUp>
}
