import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { rateLimitedAccounts, rateLimiting } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'rate_limiting',
  tables: ['rate_limiting'],
  contract,
  routes: [rateLimiting, rateLimitedAccounts],
  retention: {
    rate_limit_violations: {
      counts: 'Violations older than 30 days',
      rows: [{ by: 'hour', days: 30 }],
    },
    rate_limit_totals: {
      counts: 'Request counts older than 30 days',
      rows: [{ by: 'hour', days: 30 }],
    },
  },
  settings,
  examples: { rate_limiting: async ({ owner }) => owner },
})
