import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  registration_enabled: setting(
    'general',
    Flag('Whether anyone can register an account'),
    (config) => config.REGISTRATION_ENABLED,
    true,
  ),
  access_token_minutes: setting(
    'security',
    wholeNumber(5, 60, 15, 'Lifetime of an access token, in minutes'),
    () => 15,
  ),
  refresh_token_hours: setting(
    'security',
    wholeNumber(
      1,
      720,
      168,
      'Lifetime of a refresh token, in hours; after that time without activity, users sign in again',
    ),
    () => 168,
  ),
  session_days: setting(
    'security',
    wholeNumber(1, 365, 30, 'Maximum lifetime of a session, in days, regardless of activity'),
    () => 30,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'sessions/settings': { settings: typeof settings }
  }
}
