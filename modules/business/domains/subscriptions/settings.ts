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
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'subscriptions/settings': { settings: typeof settings }
  }
}
