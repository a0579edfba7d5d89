import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  webhook_timeout_seconds: setting(
    'general',
    wholeNumber(1, 300, 30, 'Default timeout of new webhooks, in seconds'),
    () => 30,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'webhooks/settings': { settings: typeof settings }
  }
}
