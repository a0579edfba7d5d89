import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id } from '@powernode/server/platform/http/shapes.ts'
import { analyticsStream } from './announcing.ts'
import { LiveMetrics } from './live.ts'

/** Sends today's figures after changes, at most once a second. */
export const AnalyticsChannel: Channel = {
  summary:
    'Today’s figures of an account; without `account_id` those of all accounts, which needs `admin.analytics.read`.',
  needs: 'analytics.read',
  params: { account_id: Id('The account you are signed in to') },
  messages: {
    analytics_update: {
      summary: 'Recurring revenue or payments changed',
      fields: { data: LiveMetrics },
    },
  },
  stream({ actor, account }, { account_id }) {
    if (actor.kind !== 'user') return undefined
    if (account_id === undefined) {
      return actor.permissions.has('admin.analytics.read') ? analyticsStream(null) : undefined
    }
    const allowed = actor.permissions.has('analytics.read') && account_id === account.id
    return allowed ? analyticsStream(account.id) : undefined
  },
}
