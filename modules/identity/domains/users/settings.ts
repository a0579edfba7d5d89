import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  max_failed_login_attempts: setting(
    'security',
    wholeNumber(1, 20, 5, 'Consecutive failed attempts that lock sign-in'),
    () => 5,
  ),
  account_lockout_minutes: setting(
    'security',
    wholeNumber(
      1,
      1440,
      30,
      'Length of the first lock in minutes; each further lock lasts twice as long',
    ),
    () => 30,
  ),
  password_min_length: setting(
    'security',
    wholeNumber(8, 32, 12, 'Minimum length of a new password, in characters'),
    () => 12,
    true,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'users/settings': { settings: typeof settings }
  }
}
