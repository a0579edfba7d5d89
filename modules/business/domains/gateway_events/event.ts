import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Dictionary,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { gateways } from '../../gateways/port.ts'
import { requireGateway } from '../payment_gateways/gateway.ts'
import { skipReasons } from './normalising/normalised.ts'
import { ignoredReasons } from './notices.ts'
import { redactedPayload } from './redacting.ts'

const listed = {
  id: Id(),
  gateway: Choice(gateways, 'The gateway that sent it'),
  external_id: Text(255, { description: 'Id at the gateway', examples: ['evt_1Q2w3E'] }),
  event_type: Text(255, { description: 'Type', examples: ['payment_intent.succeeded'] }),
  livemode: Flag('Whether it is about real money'),
  status: Choice(
    ['pending', 'processing', 'processed', 'skipped', 'failed'],
    'Skipped changed nothing; failed was given up after ten attempts',
  ),
  ignored_reason: Nullable(
    Choice([...ignoredReasons, ...skipReasons], 'Why it changed nothing, or nothing yet'),
  ),
  account_id: Nullable(Id('The account that it concerns')),
  payment_id: Nullable(Id('The payment that it concerns')),
  attempts: Count('How often it was processed', [1]),
  error_message: Nullable(
    Text(500, { description: 'Why the last attempt failed', examples: ['No response in time'] }),
  ),
  occurred_at: Time('When it happened'),
  due_at: Nullable(Time('When it is processed next')),
  processed_at: Nullable(Time('When it was processed or skipped')),
  created_at: Time('When it was received'),
}

export const GatewayEvent = Shape('GatewayEvent', listed)
export const GatewayEventDetail = Shape('GatewayEventDetail', {
  ...listed,
  payload: Dictionary('The event, without secrets and personal data', [
    { id: 'evt_1Q2w3E', type: 'payment_intent.succeeded' },
  ]),
})

export const GatewayEventFilters = {
  status: listed.status,
  event_type: Text(255, { description: 'Only of this type', examples: ['invoice.paid'] }),
}

const columns = [
  'id',
  'gateway',
  'external_id',
  'event_type',
  'livemode',
  'status',
  'ignored_reason',
  'about_account_id as account_id',
  'payment_id',
  'attempts',
  'error as error_message',
  'occurred_at',
  'due_at',
  'processed_at',
  'created_at',
] as const

type Row = Static<typeof GatewayEvent>

/** What a gateway sent, the latest first. 404 for an unknown gateway. */
export async function listGatewayEvents(
  ctx: PlatformCtx,
  name: string,
  page: PageRequest,
  { status, event_type }: QueryValues<typeof GatewayEventFilters>,
) {
  let query = selectEvents(ctx).where('gateway', '=', requireGateway(name))
  if (status) query = query.where('status', '=', status)
  if (event_type) query = query.where('event_type', '=', event_type)
  return paginate(ctx, query.$castTo<Row>(), page, 'gateway_events')
}

export async function readGatewayEvent(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof GatewayEventDetail>> {
  const event = await selectEvents(ctx).select('raw').where('id', '=', id).executeTakeFirst()
  if (!event) throw fail.notFound('gateway_event')
  const { raw, ...fields } = event
  return { ...(fields as Row), payload: redactedPayload(raw) }
}

const selectEvents = ({ db }: PlatformCtx) => db.selectFrom('gateway_events').select(columns)
