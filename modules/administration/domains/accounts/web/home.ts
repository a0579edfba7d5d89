import { api, data } from '~/api'
import { defineHome } from '~/home'
import { monthTrend } from '~/trend'

export default defineHome({
  figures: [
    {
      order: 110,
      label: 'New accounts, 30 days',
      definition: 'Accounts of this server that were created in the last 30 days.',
      to: '/admin/accounts',
      search: () => ({ sort: '-created_at' }),
      needs: ['admin.accounts.read', 'admin.settings.read'],
      key: ['admin_settings', 'accounts', 'new'],
      read: async (signal) => {
        const { accounts_by_day } = await data(
          api.GET('/api/v1/admin_settings/metrics', { signal }),
        )
        const trend = monthTrend(accounts_by_day.map(({ count }) => count))
        return { value: trend.now, trend }
      },
    },
  ],
})
