import { api, data } from '~/api'
import { defineHome } from '~/home'
import { formatMoney } from '~/ui/format'

export default defineHome({
  module: 'business',
  figures: [
    {
      order: 100,
      label: 'MRR',
      definition:
        'Monthly recurring revenue of all accounts: the price of all active and past due subscriptions for one month.',
      to: '/business',
      needs: ['analytics.read', 'admin.analytics.read'],
      key: ['analytics', 'home'],
      read: async (signal) => {
        const { current_metrics, currency, week } = await data(
          api.GET('/api/v1/analytics/live', { signal }),
        )
        const values = week.map(({ mrr_cents }) => mrr_cents)
        return {
          value: formatMoney(current_metrics.mrr_cents, currency),
          trend: {
            values,
            now: current_metrics.mrr_cents,
            before: values[0] ?? null,
            beforeLabel: 'six days ago',
          },
        }
      },
    },
  ],
})
