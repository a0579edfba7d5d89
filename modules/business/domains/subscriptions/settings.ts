import { Choice } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** How long an unpaid subscription is kept. */
export const settings = {
  suspended_days: setting(
    'general',
    wholeNumber(
      1,
      365,
      30,
      'Days after which a suspended subscription ends and its unpaid invoice is written off',
    ),
    () => 30,
  ),
  dispute_service: setting(
    'general',
    Choice(
      ['continue', 'suspend'],
      'Whether a subscription continues while a payment for it is disputed with the bank, or is suspended until the dispute is won',
    ),
    () => 'continue' as const,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'subscriptions/settings': { settings: typeof settings }
  }
}
