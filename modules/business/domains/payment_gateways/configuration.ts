import { type Cache, openCache } from '@powernode/server/platform/cache.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { type GatewaySettingName, type GatewaySettings, gatewayTerms } from './field.ts'
import { simulatedSettings } from './simulation.ts'

/** A replaced signing secret, which is accepted until then. */
export interface RetiredSecret {
  secret: string
  until: Date
}

/** What administrators have entered for one gateway. */
export interface EnteredSettings {
  settings: GatewaySettings
  /** The latest first. */
  retired: RetiredSecret[]
  updated_at: Date | null
}

/** The settings of one gateway as they apply. */
export interface GatewayConfiguration extends EnteredSettings {
  gateway: GatewayName
  /** The settings that come from the environment. */
  from_environment: GatewaySettingName[]
  /** The settings that are missing for payments or for events, or whose mode is not that of the gateway. */
  missing: GatewaySettingName[]
  /** Whether customers can pay with it. */
  enabled: boolean
  test_mode: boolean
  simulated: boolean
}

type Row = Awaited<ReturnType<typeof readRows>>[number]

export const caches: { gateway_settings: Cache<Row[]> } = { gateway_settings: openCache(readRows) }

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'payment_gateways/caches': { caches: typeof caches }
  }
}

/** The settings of a gateway, from the database and else from the environment. The rows are cached. */
export async function configurationOf(
  ctx: PlatformCtx,
  gateway: GatewayName,
): Promise<GatewayConfiguration> {
  return configuredBy(ctx, gateway, opened(ctx, gateway, await caches.gateway_settings.of(ctx)))
}

/** What administrators have entered, read from the database. */
export async function readEntered(ctx: PlatformCtx, gateway: GatewayName) {
  return opened(ctx, gateway, await readRows(ctx))
}

/** The settings that apply if this was entered. */
export function configuredBy(
  ctx: PlatformCtx,
  gateway: GatewayName,
  entered: EnteredSettings,
): GatewayConfiguration {
  const { required, events } = gatewayTerms[gateway]
  const given = environmentOf(ctx, gateway)
  const own: GatewaySettings = { ...given, ...entered.settings }
  const simulated =
    ctx.platform.environment.PAYMENTS_SIMULATED && required.every((name) => own[name] === undefined)
  const settings = simulated ? { ...simulatedSettings[gateway], ...own } : own
  const test_mode = settings.test_mode ?? modeOf(settings) ?? true
  const unusable = required.filter(
    (name) => settings[name] === undefined || differsInMode(settings[name], test_mode),
  )
  return {
    ...entered,
    gateway,
    settings,
    from_environment: names(given).filter((name) => !(name in entered.settings)),
    missing: [...unusable, ...(settings[events] === undefined ? [events] : [])],
    enabled: unusable.length === 0 && (settings.enabled ?? true),
    test_mode,
    simulated,
  }
}

/** Whether a key of Stripe is of the other mode. */
export function differsInMode(key: string, test_mode: boolean): boolean {
  return /^[a-z]+_live_/.test(key) ? test_mode : /^[a-z]+_test_/.test(key) && !test_mode
}

/** The mode of the keys: whether it is test mode. */
function modeOf({ secret_key, publishable_key }: GatewaySettings): boolean | undefined {
  const key = secret_key ?? publishable_key
  return key === undefined ? undefined : !differsInMode(key, true)
}

function environmentOf({ platform }: PlatformCtx, gateway: GatewayName): GatewaySettings {
  const { environment: read } = platform
  const mode = read.PAYPAL_MODE
  const given = {
    stripe: {
      secret_key: read.STRIPE_SECRET_KEY,
      publishable_key: read.STRIPE_PUBLISHABLE_KEY,
      webhook_secret: read.STRIPE_WEBHOOK_SECRET,
    },
    paypal: {
      client_id: read.PAYPAL_CLIENT_ID,
      client_secret: read.PAYPAL_CLIENT_SECRET,
      webhook_id: read.PAYPAL_WEBHOOK_ID,
      test_mode: mode && mode === 'sandbox',
    },
  }[gateway]
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function opened({ platform }: PlatformCtx, gateway: GatewayName, rows: Row[]): EnteredSettings {
  const own = rows.filter((row) => row.gateway === gateway)
  const open = ({ sealed_value }: Row) => JSON.parse(platform.vault.open(sealed_value).toString())
  const times = own.map(({ updated_at }) => updated_at.getTime())
  return {
    settings: Object.fromEntries(
      own.filter(({ retires_at }) => !retires_at).map((row) => [row.name, open(row)]),
    ),
    retired: own.flatMap((row) =>
      row.retires_at ? { secret: open(row), until: row.retires_at } : [],
    ),
    updated_at: times.length > 0 ? new Date(Math.max(...times)) : null,
  }
}

function readRows({ db }: PlatformCtx) {
  return db
    .selectFrom('gateway_settings')
    .select(['gateway', 'name', 'sealed_value', 'retires_at', 'updated_at'])
    .orderBy('retires_at', 'desc')
    .execute()
}

const names = (settings: GatewaySettings) => Object.keys(settings) as GatewaySettingName[]
