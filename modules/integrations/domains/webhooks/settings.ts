import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  webhook_timeout_seconds: setting(
    'general',
    wholeNumber(
      1,
      300,
      30,
      'How long a receiver may take where a new webhook does not say, in seconds',
    ),
    () => 30,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'webhooks/settings': { settings: typeof settings }
  }
}
