import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  unconfirmed_account_days: setting(
    'general',
    wholeNumber(
      0,
      365,
      14,
      'Days until an account whose only user never confirmed an address is deleted; 0 for never',
    ),
    // Without SMTP, emails are captured and users cannot confirm addresses.
    (config) => (config.SMTP_URL ? 14 : 0),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'accounts/settings': { settings: typeof settings }
  }
}
