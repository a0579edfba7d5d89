import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type GatewayOperation, operations } from '../../gateways/operations.ts'
import { gateways } from '../../gateways/port.ts'
import { AccountName, accountAt } from '../invoices/invoice.ts'
import type { CallOperation } from './call.ts'

const MAX_REASON = 1000

const asked = (Object.keys(operations) as GatewayOperation[]).filter(
  (name): name is CallOperation => name !== 'test_connection',
)

/** What was asked of a gateway, without what only the gateway and the payer may know. */
export const GatewayCallRecord = Shape('GatewayCall', {
  id: Id(),
  account: AccountName,
  gateway: Choice(gateways, 'The gateway that is asked'),
  operation: Choice(asked, 'What is asked'),
  subject_type: Choice(
    ['payment', 'payment_method', 'payment_method_setup', 'refund'],
    'What it is about',
  ),
  subject_id: Id('The payment, payment method or refund'),
  status: Choice(
    ['queued', 'running', 'done', 'lost'],
    'Lost: there was no answer, and the same is asked again',
  ),
  outcome: Nullable(
    Choice(
      [
        'succeeded',
        'declined',
        'action_needed',
        'processing',
        'rejected',
        'unreachable',
        'not_found',
      ],
      'What the gateway answered',
    ),
  ),
  failure_code: Nullable(
    Text(255, { description: 'Code of the reason', examples: ['insufficient_funds'] }),
  ),
  failure_reason: Nullable(
    Text(MAX_REASON, { description: 'Why the gateway did not do what was asked' }),
  ),
  attempt_count: Count('How often it was asked, always with the same key', [1]),
  idempotency_key: Text(255, {
    description: 'Key with which the gateway recognises repetitions',
    examples: ['pay_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'],
  }),
  livemode: Flag('Whether money moves'),
  asked_at: Nullable(Time('When it was last asked')),
  due_at: Nullable(Time('When it is asked next; null once it has ended')),
  finished_at: Nullable(Time('When it ended')),
  created_at: Time('When it was requested'),
})

export const GatewayCallFilters = {
  payment_id: Id('Only about this payment and its refunds'),
  account_id: Id('Only of this account'),
}

/** The calls of the last 90 days, of every account. */
export function listCalls(
  ctx: PlatformCtx,
  page: PageRequest,
  { payment_id, account_id }: QueryValues<typeof GatewayCallFilters>,
) {
  const response = (name: string) => sql<string | null>`left(response->>${name}, ${MAX_REASON})`
  let query = ctx
    .acrossAccounts('admin.payments.read')
    .selectFrom('gateway_calls')
    .select([
      'id',
      'gateway',
      'operation',
      'subject_type',
      'subject_id',
      'status',
      sql<'succeeded' | null>`outcome`.as('outcome'),
      response('code').as('failure_code'),
      response('reason').as('failure_reason'),
      'attempt_count',
      'idempotency_key',
      'livemode',
      'asked_at',
      'due_at',
      'finished_at',
      'created_at',
      accountAt('gateway_calls').as('account'),
    ])
  if (account_id) query = query.where('account_id', '=', account_id)
  if (payment_id) {
    query = query.where(
      sql<boolean>`subject_id = any(array(select ${payment_id}::uuid
        union select id from refunds where payment_id = ${payment_id}))`,
    )
  }
  return paginate(ctx, query, page, 'gateway_calls')
}
