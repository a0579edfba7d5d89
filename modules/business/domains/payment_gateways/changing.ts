import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { type FieldErrors, fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { GatewayName } from '../../gateways/port.ts'
import {
  configuredBy,
  differsInMode,
  type GatewayConfiguration,
  readEntered,
} from './configuration.ts'
import {
  type GatewayChanges,
  type GatewaySettingName,
  type GatewaySettings,
  gatewayTerms,
  isSecretSetting,
} from './field.ts'
import { readGateway, requireGateway } from './gateway.ts'

/** The settings that tell their mode. */
const keyNames = ['secret_key', 'publishable_key'] as const
const isKey = (name: string) => (keyNames as readonly string[]).includes(name)

/** How long a replaced signing secret is still accepted. */
const GRACE_HOURS = 24

/**
 * Saves settings, for calls that begin afterwards. An empty text keeps a value and null removes it; the environment then
 * applies again. A replaced signing secret is accepted for 24 hours more. 422 if a key is not of the mode, or the gateway
 * would be switched on without its credentials.
 */
export async function updateGateway(ctx: Ctx, name: string, input: GatewayChanges) {
  const gateway = requireGateway(name)
  refuseOtherGateway(gateway, input)
  await ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('powernode payment gateways'))`.execute(tx.db)
    const entered = await readEntered(tx, gateway)
    const before = configuredBy(tx, gateway, entered)
    const changed = changedNames(input, entered.settings)
    if (changed.length === 0) return
    const settings = { ...entered.settings }
    for (const one of changed) {
      const value = input[one]
      if (value === null || value === undefined) delete settings[one]
      else Object.assign(settings, { [one]: value })
    }
    // Real money needs to be asked for: a live key does not end the test mode by itself.
    const entersKey = changed.some((one) => isKey(one) && settings[one] !== undefined)
    if (entersKey && settings.test_mode === undefined) {
      settings.test_mode = before.test_mode
      changed.push('test_mode')
    }
    const after = configuredBy(tx, gateway, { ...entered, settings })
    refuseContradictions(after, input, changed)
    for (const one of changed) await store(tx, gateway, one, settings[one])
    if (changed.includes('webhook_secret')) await retire(tx, before, settings.webhook_secret)
    await tx.audit('payment_gateway.updated', gateway, {
      old: audited(before.settings, changed),
      new: audited(after.settings, changed),
      metadata: { removed: changed.filter((one) => input[one] === null) },
    })
    await tx.refresh('gateway_settings')
  })
  return readGateway(ctx, gateway)
}

function changedNames(input: GatewayChanges, entered: GatewaySettings) {
  return (Object.keys(input) as GatewaySettingName[]).filter(
    (name) => input[name] !== '' && (input[name] ?? undefined) !== entered[name],
  )
}

function refuseOtherGateway(gateway: GatewayName, input: GatewayChanges) {
  const { name, settings } = gatewayTerms[gateway]
  const foreign = Object.keys(input).filter((one) => !(settings as readonly string[]).includes(one))
  if (foreign.length === 0) return
  throw fail.invalid(
    Object.fromEntries(foreign.map((one) => [one, [`is not a setting of ${name}`]])),
  )
}

function refuseContradictions(
  { gateway, settings, test_mode, enabled }: GatewayConfiguration,
  input: GatewayChanges,
  changed: GatewaySettingName[],
) {
  const errors: FieldErrors = {}
  for (const name of keyNames) {
    const key = settings[name]
    if (!key || !differsInMode(key, test_mode)) continue
    const field = changed.includes(name) ? name : 'test_mode'
    errors[field] =
      field === name
        ? [test_mode ? 'is a live key, but test_mode is on' : 'is a test key, but test_mode is off']
        : ['is not the mode of the stored keys: enter the keys of this mode too']
  }
  if (settings.enabled && !enabled && Object.keys(errors).length === 0) {
    const { required } = gatewayTerms[gateway]
    const absent = required.filter((name) => settings[name] === undefined)
    for (const name of absent) {
      if (input.enabled) errors.enabled = [`needs ${absent.join(' and ')}`]
      else errors[name] = ['is needed while the gateway is enabled']
    }
  }
  if (Object.keys(errors).length > 0) throw fail.invalid(errors)
}

async function store(
  tx: Tx,
  gateway: GatewayName,
  name: GatewaySettingName,
  value: string | number | boolean | undefined,
) {
  if (value === undefined) {
    await tx.db
      .deleteFrom('gateway_settings')
      .where('gateway', '=', gateway)
      .where('name', '=', name)
      .execute()
    return
  }
  const row = { sealed_value: sealed(tx, value), updated_at: tx.now() }
  await tx.db
    .insertInto('gateway_settings')
    .values({ id: randomUUIDv7(), gateway, name, created_at: tx.now(), ...row })
    .onConflict((conflict) =>
      conflict.columns(['gateway', 'name']).where('retires_at', 'is', null).doUpdateSet(row),
    )
    .execute()
}

/**
 * Keeps a replaced signing secret for a while; that of a simulated gateway is known to everyone. If the secret was removed,
 * the earlier ones are gone too.
 */
async function retire(
  tx: Tx,
  { gateway, settings: { webhook_secret: previous }, simulated }: GatewayConfiguration,
  next: string | undefined,
) {
  if (!previous || !next || previous === next || simulated) return
  await tx.db
    .insertInto('gateway_settings')
    .values({
      id: randomUUIDv7(),
      gateway,
      name: 'webhook_secret',
      sealed_value: sealed(tx, previous),
      retires_at: new Date(tx.now().getTime() + GRACE_HOURS * HOUR_MS),
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .execute()
}

const sealed = ({ platform }: Tx, value: string | number | boolean) =>
  platform.vault.seal(Buffer.from(JSON.stringify(value)))

/** The values as audited, without secrets. */
function audited(settings: GatewaySettings, changed: GatewaySettingName[]) {
  return Object.fromEntries(
    changed.map((name) => {
      const value = settings[name] ?? null
      return [name, value !== null && isSecretSetting(name) ? '[redacted]' : value]
    }),
  )
}
