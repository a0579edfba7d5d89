import { defineDomain } from '@powernode/server/platform/module.ts'
import { announceLive } from './announcing.ts'
import { recordChange } from './change.ts'
import { AnalyticsChannel } from './channel.ts'
import { contract } from './contract.ts'
import { countPayment } from './paying.ts'
import { analytics } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'analytics',
  tables: ['subscription_changes', 'mrr_movements', 'revenue_snapshots'],
  contract,
  routes: [analytics],
  channels: { AnalyticsChannel },
  before: {
    'subscription.created': [recordChange],
    'subscription.updated': [recordChange],
    'subscription.cancelled': [recordChange],
    'payment.succeeded': [countPayment],
  },
  start: announceLive,
  settings,
  keeps: async (ctx) => {
    const movement = await ctx
      .own('mrr_movements')
      .select()
      .select('change_id')
      .limit(1)
      .executeTakeFirst()
    return movement !== undefined
  },
})
