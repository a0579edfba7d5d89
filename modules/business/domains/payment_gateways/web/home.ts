import { defineHome, type Notice } from '~/home'
import { queryClient } from '~/session'
import { gatewayNames, gatewayQuery } from './queries'
import { gatewayProblem } from './words'

export default defineHome({
  module: 'business',
  attention: [
    {
      order: 104,
      needs: 'admin.payment_gateways.read',
      key: ['payment_gateways', 'notice'],
      check: async () => {
        const all = await Promise.all(
          gatewayNames.map((name) =>
            queryClient.fetchQuery({ ...gatewayQuery(name), staleTime: 5000 }),
          ),
        )
        return all.flatMap((gateway): Notice[] => {
          const text = gatewayProblem(gateway)
          if (!text) return []
          const urgency = gateway.status === 'error' && gateway.enabled ? 'high' : 'medium'
          return [{ urgency, text, link: 'Open gateways', to: '/admin/payment_gateways' }]
        })
      },
    },
  ],
})
