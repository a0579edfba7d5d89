import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  unconfirmed_account_days: setting(
    'general',
    wholeNumber(
      0,
      365,
      14,
      'Days until an account is deleted whose only person never confirmed an address; 0 for never',
    ),
    // Where mail is captured nobody can confirm anything.
    (config) => (config.SMTP_URL ? 14 : 0),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'accounts/settings': { settings: typeof settings }
  }
}
