import { type Static, type TSchema, Type } from 'typebox'
import type { Config } from '../../config.ts'
import { tierNames } from '../http/rate_rules.ts'
import { Choice, Email, Flag, Nullable, Shape, Text, Title } from '../http/shapes.ts'

interface Setting<S extends TSchema = TSchema> {
  of: S
  /** What holds until somebody changes it; the environment's value where it has one. */
  byDefault: (config: Config) => Static<S>
  /** Every visitor of the web app may know it. */
  open?: boolean
}

const setting = <S extends TSchema>(
  of: S,
  byDefault: (config: Config) => Static<S>,
  open = false,
): Setting<S> => ({ of, byDefault, open })

const whole = (minimum: number, maximum: number, example: number, description: string) =>
  Type.Integer({ minimum, maximum, description, examples: [example] })

/** What an administrator changes while the server runs: name → type with bounds and meaning, and default. */
export const generalSettings = {
  system_name: setting(
    Title(60, { description: 'What this installation is called', examples: ['Powernode'] }),
    () => 'Powernode',
    true,
  ),
  support_email: setting(
    Nullable(Email('Where people turn to for help; in mails and on the sign-in page')),
    () => null,
    true,
  ),
  registration_enabled: setting(
    Flag('Strangers may make accounts'),
    (config) => config.REGISTRATION_ENABLED,
    true,
  ),
  unconfirmed_account_days: setting(
    whole(
      0,
      365,
      14,
      'Days until an account is deleted whose only person never confirmed an address; 0 for never',
    ),
    // Where mail is captured nobody can confirm anything.
    (config) => (config.SMTP_URL ? 14 : 0),
  ),
  maintenance_mode: setting(
    Flag('Only administrators are let in; everybody else is asked to come back later'),
    () => false,
  ),
  impersonation_minutes: setting(
    whole(5, 480, 60, 'How long somebody may act as somebody else, in minutes'),
    (config) => config.IMPERSONATION_MINUTES,
  ),
  impersonation_notice: setting(
    Flag('Whoever is acted as is told by mail'),
    (config) => config.IMPERSONATION_NOTICE,
  ),
  webhook_timeout_seconds: setting(
    whole(1, 300, 30, 'How long a receiver may take where a new webhook does not say, in seconds'),
    () => 30,
  ),
  status_page_enabled: setting(
    Flag('Anybody may see at /status how the services marked public are'),
    () => false,
    true,
  ),
}

/** The same for what keeps accounts safe. Lifetimes hold for what is issued from then on. */
export const securitySettings = {
  access_token_minutes: setting(
    whole(5, 60, 15, 'How long an access token lasts, in minutes'),
    () => 15,
  ),
  refresh_token_hours: setting(
    whole(1, 720, 168, 'How long somebody may be away before they sign in again, in hours'),
    () => 168,
  ),
  session_days: setting(
    whole(1, 365, 30, 'When a session ends however often it is used, in days'),
    () => 30,
  ),
  max_failed_login_attempts: setting(
    whole(1, 20, 5, 'Wrong passwords in a row that lock sign-in'),
    () => 5,
  ),
  account_lockout_minutes: setting(
    whole(1, 1440, 30, 'How long the first lock lasts, in minutes; each further one twice as long'),
    () => 30,
  ),
  password_min_length: setting(
    whole(8, 32, 12, 'Characters that a new password needs at least'),
    () => 12,
    true,
  ),
  require_two_factor_for_admins: setting(
    Flag('Administration is open only to people with two-factor sign-in'),
    () => false,
  ),
}

const hourly = (example: number, what: string) =>
  setting(whole(1, 1000, example, `${what} from one address, in an hour`), () => example)

/** When this installation backs itself up. */
export const backupSettings = {
  backup_interval_hours: setting(
    whole(1, 168, 24, 'How many hours lie between two of them; 168 for once a week'),
    () => 24,
  ),
  scheduled_backups: setting(Flag('Backups are taken by themselves'), () => false),
  backup_hour: setting(
    whole(0, 23, 2, 'The hour of the day (UTC) from which the interval is counted'),
    () => 2,
  ),
  backup_folder: setting(
    Nullable(
      Text(500, {
        description: 'Where the files go, an absolute path; null for a folder in the data folder',
        examples: ['/var/backups/powernode'],
      }),
    ),
    () => null,
  ),
  backups_kept: setting(
    whole(1, 1000, 14, 'How many files are kept; older ones are deleted'),
    () => 14,
  ),
}

/** How much may be asked. `rate_rules.ts` and `throttles.ts` say what counts it. */
export const rateLimitSettings = {
  default_rate_limit_tier: setting(
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
    whole(
      1,
      1000,
      5,
      'How often one person or address may begin to act as somebody else, in an hour',
    ),
    () => 5,
  ),
  api_requests_per_minute: setting(
    whole(
      5,
      100_000,
      20,
      'Requests a minute from an address without a valid sign-in, over 15 minutes',
    ),
    () => 20,
  ),
  authenticated_requests_per_hour: setting(
    whole(300, 10_000_000, 36_000, 'Requests of one person in an hour, whatever the tier'),
    () => 36_000,
  ),
  webhook_requests_per_minute: setting(
    whole(5, 100_000, 1000, 'Requests of one account to manage webhooks, in a minute'),
    () => 1000,
  ),
  websocket_connections_per_minute: setting(
    whole(5, 100_000, 60, 'Live connections that one address may open in a minute'),
    () => 60,
  ),
}

export const catalogue = {
  ...generalSettings,
  ...securitySettings,
  ...backupSettings,
  ...rateLimitSettings,
}

export type SettingName = keyof typeof catalogue
export type Settings = { readonly [K in SettingName]: Static<(typeof catalogue)[K]['of']> }

type Shapes<T extends Record<string, Setting>> = { [K in keyof T]: T[K]['of'] }

/** The schema of a group of settings with their values. */
export function shapeOf<T extends Record<string, Setting>>(settings: T) {
  const properties = Object.entries(settings).map(([name, { of }]) => [name, of])
  return Shape(Object.fromEntries(properties) as Shapes<T>)
}

/** Those of `values` that belong to a group. */
export function pick<T extends Partial<typeof catalogue>>(values: Settings, group: T) {
  const names = Object.keys(group) as (keyof T & SettingName)[]
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Pick<
    Settings,
    keyof T & SettingName
  >
}

/** Those that every visitor may know. */
export function openTo(values: Settings) {
  const names = (Object.keys(catalogue) as SettingName[]).filter((name) => catalogue[name].open)
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}
