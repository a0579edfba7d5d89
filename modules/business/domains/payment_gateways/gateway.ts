import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Flag,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { type GatewayName, gateways } from '../../gateways/port.ts'
import {
  type ConnectionJobRow,
  latestConnectionJob,
} from '../gateway_connection_jobs/connection_job.ts'
import { configurationOf, type GatewayConfiguration } from './configuration.ts'
import { gatewayTerms, PaymentGatewayChanges } from './field.ts'

const settingNames = Object.keys(PaymentGatewayChanges.properties)

const summary = {
  gateway: Choice(gateways, 'Payment gateway'),
  name: Title(50, { description: 'What it is called', examples: ['Stripe'] }),
  enabled: Flag('Whether customers can pay with it: it is switched on and has its credentials'),
  test_mode: Flag('Whether no real money moves'),
  simulated: Flag('Whether it is simulated on this machine, for development'),
  supported_methods: ListOf(
    Choice(['card', 'bank', 'paypal', 'apple_pay', 'google_pay'], 'Type of payment method'),
    { description: 'Types of payment methods' },
  ),
  publishable_key: Nullable(
    Text(255, {
      description: 'Stripe: identifies the seller in the browser',
      examples: ['pk_test_abcdefghijklmnop'],
    }),
  ),
  client_id: Nullable(
    Text(255, {
      description: 'PayPal: identifies the seller in the browser',
      examples: ['AbCdEfGhIjKlMnOp'],
    }),
  ),
}

const Present = (what: string) => Flag(`Whether there is a ${what}`)
const LastFour = (what: string) =>
  Nullable(Text(4, { description: `The last four characters of the ${what}`, examples: ['mnop'] }))
const SettingNames = (description: string) =>
  ListOf(Choice(settingNames, 'Name of a setting'), { description, examples: [['webhook_secret']] })

export const PaymentGateway = Shape('PaymentGateway', summary)

export const PaymentGatewayDetail = Shape('PaymentGatewayDetail', {
  ...summary,
  status: Choice(
    ['not_configured', 'partial', 'configured', 'connected', 'error'],
    'Whether it has all settings, and whether the last test since they changed succeeded',
  ),
  missing: SettingNames('Settings that are missing for payments or events, or of the other mode'),
  from_environment: SettingNames('Settings whose values come from the environment of the server'),
  secret_key_present: Present('secret key'),
  secret_key_last_four: LastFour('secret key'),
  client_secret_present: Present('client secret'),
  client_secret_last_four: LastFour('client secret'),
  webhook_secret_present: Present('signing secret'),
  webhook_secret_last_four: LastFour('signing secret'),
  previous_webhook_secret_expires_at: Nullable(
    Time('Until when the previous signing secret is accepted too'),
  ),
  webhook_tolerance_seconds: Nullable(
    Type.Integer({ description: 'Stripe: how old a signed event may be', examples: [300] }),
  ),
  webhook_id: Nullable(
    Text(64, { description: 'PayPal: ID of the webhook', examples: ['1JE4291016473214C'] }),
  ),
  webhook_url: Text(2048, {
    description: 'Where the gateway must send its events',
    examples: ['https://powernode.example.com/api/v1/webhooks/stripe'],
  }),
  last_connection_job_id: Nullable(Id('The last connection test')),
  last_tested_at: Nullable(Time('When its connection was last tested')),
  last_test_error: Nullable(Text(1000, { description: 'Why the last test did not succeed' })),
  updated_at: Nullable(Time('When an administrator last changed its settings')),
})

type Detail = Static<typeof PaymentGatewayDetail>

/** The gateway of a path; 404 for any other name. */
export function requireGateway(name: string): GatewayName {
  const gateway = gateways.find((one) => one === name)
  if (!gateway) throw fail.notFound('payment_gateway')
  return gateway
}

/** All gateways, without anything that only administrators see. */
export async function listGateways(ctx: PlatformCtx, page: PageRequest) {
  const all = await Promise.all(gateways.map((gateway) => configurationOf(ctx, gateway)))
  const rows = all.map(summaryOf)
  rows.sort((a, b) => a.name.localeCompare(b.name) * (page.sort.descending ? -1 : 1))
  return pageOfRows(rows, page)
}

export async function readGateway(ctx: PlatformCtx, name: string): Promise<Detail> {
  const gateway = requireGateway(name)
  const [configuration, job] = await Promise.all([
    configurationOf(ctx, gateway),
    latestConnectionJob(ctx, gateway),
  ])
  const { settings, missing, from_environment, retired, updated_at } = configuration
  const { secret_key, client_secret, webhook_secret, webhook_id = null } = settings
  return {
    ...summaryOf(configuration),
    status: statusOf(configuration, job),
    missing,
    from_environment,
    secret_key_present: secret_key !== undefined,
    secret_key_last_four: secret_key?.slice(-4) ?? null,
    client_secret_present: client_secret !== undefined,
    client_secret_last_four: client_secret?.slice(-4) ?? null,
    webhook_secret_present: webhook_secret !== undefined,
    webhook_secret_last_four: webhook_secret?.slice(-4) ?? null,
    previous_webhook_secret_expires_at:
      retired.map(({ until }) => until).find((until) => until > ctx.now()) ?? null,
    webhook_tolerance_seconds: settings.webhook_tolerance_seconds ?? null,
    webhook_id,
    webhook_url: webhookUrlOf(ctx, gateway),
    last_connection_job_id: job?.id ?? null,
    last_tested_at: job?.completed_at ?? null,
    last_test_error: job?.result?.error ?? null,
    updated_at,
  }
}

/** Where a gateway must send its events. */
export const webhookUrlOf = ({ platform }: PlatformCtx, gateway: GatewayName): string =>
  `${platform.config.publicUrl}/api/v1/webhooks/${gateway}`

function summaryOf(configuration: GatewayConfiguration): Static<typeof PaymentGateway> {
  const { gateway, settings, enabled, test_mode, simulated } = configuration
  const { name, methods } = gatewayTerms[gateway]
  return {
    gateway,
    name,
    enabled,
    test_mode,
    simulated,
    supported_methods: [...methods],
    publishable_key: settings.publishable_key ?? null,
    client_id: settings.client_id ?? null,
  }
}

function statusOf(
  { gateway, settings, missing, updated_at }: GatewayConfiguration,
  job: ConnectionJobRow | undefined,
): Detail['status'] {
  if (gatewayTerms[gateway].required.every((name) => settings[name] === undefined)) {
    return 'not_configured'
  }
  const isCurrent = job?.result && (!updated_at || job.created_at >= updated_at)
  if (isCurrent && !job.result?.connected) return 'error'
  if (missing.length > 0) return 'partial'
  return isCurrent ? 'connected' : 'configured'
}
