import { Choice } from '@powernode/server/platform/http/shapes.ts'
import { tierNames } from '@powernode/server/platform/kernel/tiers.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

const hourly = (example: number, what: string) =>
  setting(
    'rate_limiting',
    wholeNumber(1, 1000, example, `${what} from one address, in an hour`),
    () => example,
  )

/** What an administrator changes while the server runs. */
export const settings = {
  default_rate_limit_tier: setting(
    'rate_limiting',
    Choice(tierNames, 'The tier of accounts that were given none of their own'),
    () => 'unlimited' as const,
  ),
  login_attempts_per_hour: hourly(10, 'Attempts to sign in that fail'),
  registration_attempts_per_hour: hourly(5, 'Registrations'),
  password_reset_attempts_per_hour: hourly(
    3,
    'Requests for a new password, and attempts to set one that fail',
  ),
  email_verification_attempts_per_hour: hourly(
    10,
    'Attempts to confirm an email address that fail',
  ),
  impersonation_attempts_per_hour: setting(
    'rate_limiting',
    wholeNumber(
      1,
      1000,
      5,
      'How often one person or address may begin to act as somebody else, in an hour',
    ),
    () => 5,
  ),
  api_requests_per_minute: setting(
    'rate_limiting',
    wholeNumber(
      5,
      100_000,
      20,
      'Requests a minute from an address without a valid sign-in, over 15 minutes',
    ),
    () => 20,
  ),
  authenticated_requests_per_hour: setting(
    'rate_limiting',
    wholeNumber(300, 10_000_000, 36_000, 'Requests of one person in an hour, whatever the tier'),
    () => 36_000,
  ),
  webhook_requests_per_minute: setting(
    'rate_limiting',
    wholeNumber(5, 100_000, 1000, 'Requests of one account to manage webhooks, in a minute'),
    () => 1000,
  ),
  websocket_connections_per_minute: setting(
    'rate_limiting',
    wholeNumber(5, 100_000, 60, 'Live connections that one address may open in a minute'),
    () => 60,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'rate_limiting/settings': { settings: typeof settings }
  }
}
