import { Choice } from '@powernode/server/platform/http/shapes.ts'
import { tierNames } from '@powernode/server/platform/kernel/tiers.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

const hourly = (example: number, description: string) =>
  setting(
    'rate_limiting',
    wholeNumber(1, 1000, example, `${description} from one address, per hour`),
    () => example,
  )

/** Settings that an administrator can change at run time. */
export const settings = {
  default_rate_limit_tier: setting(
    'rate_limiting',
    Choice(tierNames, 'The tier of accounts without an assigned tier'),
    () => 'unlimited' as const,
  ),
  login_attempts_per_hour: hourly(10, 'Failed sign-in attempts'),
  registration_attempts_per_hour: hourly(5, 'Registrations'),
  password_reset_attempts_per_hour: hourly(
    3,
    'Requests for a new password, and failed attempts to set one',
  ),
  email_verification_attempts_per_hour: hourly(10, 'Failed attempts to confirm an email address'),
  impersonation_attempts_per_hour: setting(
    'rate_limiting',
    wholeNumber(1, 1000, 5, 'How often one user or address may start an impersonation, per hour'),
    () => 5,
  ),
  api_requests_per_minute: setting(
    'rate_limiting',
    wholeNumber(
      5,
      100_000,
      20,
      'Requests per minute from an address without valid credentials, over 15 minutes',
    ),
    () => 20,
  ),
  authenticated_requests_per_hour: setting(
    'rate_limiting',
    wholeNumber(300, 10_000_000, 36_000, 'Requests of one user per hour, in any tier'),
    () => 36_000,
  ),
  webhook_requests_per_minute: setting(
    'rate_limiting',
    wholeNumber(5, 100_000, 1000, 'Requests of one account to manage webhooks, per minute'),
    () => 1000,
  ),
  websocket_connections_per_minute: setting(
    'rate_limiting',
    wholeNumber(5, 100_000, 60, 'Live connections that one address may open per minute'),
    () => 60,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'rate_limiting/settings': { settings: typeof settings }
  }
}
