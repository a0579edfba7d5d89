import { setting } from '@powernode/server/platform/settings/catalogue.ts'
import { Currency } from '../plans/plan.ts'

export const settings = {
  reporting_currency: setting(
    'general',
    { ...Currency, description: 'Currency of metrics about all accounts; nothing is converted' },
    () => 'USD' as const,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'analytics/settings': { settings: typeof settings }
  }
}
