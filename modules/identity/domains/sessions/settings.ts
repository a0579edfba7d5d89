import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  registration_enabled: setting(
    'general',
    Flag('Strangers may make accounts'),
    (config) => config.REGISTRATION_ENABLED,
    true,
  ),
  access_token_minutes: setting(
    'security',
    wholeNumber(5, 60, 15, 'How long an access token lasts, in minutes'),
    () => 15,
  ),
  refresh_token_hours: setting(
    'security',
    wholeNumber(1, 720, 168, 'How long somebody may be away before they sign in again, in hours'),
    () => 168,
  ),
  session_days: setting(
    'security',
    wholeNumber(1, 365, 30, 'When a session ends however often it is used, in days'),
    () => 30,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'sessions/settings': { settings: typeof settings }
  }
}
