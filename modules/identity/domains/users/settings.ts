import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  max_failed_login_attempts: setting(
    'security',
    wholeNumber(1, 20, 5, 'Wrong passwords in a row that lock sign-in'),
    () => 5,
  ),
  account_lockout_minutes: setting(
    'security',
    wholeNumber(
      1,
      1440,
      30,
      'How long the first lock lasts, in minutes; each further one twice as long',
    ),
    () => 30,
  ),
  password_min_length: setting(
    'security',
    wholeNumber(8, 32, 12, 'Characters that a new password needs at least'),
    () => 12,
    true,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'users/settings': { settings: typeof settings }
  }
}
