import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import { type Ctx, type PlatformTx, requireUser } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Dictionary,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { recordAlertActivity } from './activity.ts'
import { type AlertRow, announceAcknowledged, announceResolved } from './announcements.ts'

export const AlertSeverity = Choice(['low', 'medium', 'high', 'critical'], 'Severity')
export const Condition = Choice(['above', 'below'], 'How the value is compared with the threshold')
const Status = Choice(
  ['open', 'acknowledged', 'resolved'],
  'Acknowledged: an administrator is working on it',
)
const Type_ = Text(100, {
  description: 'Source: a metric, or a name given by the worker',
  examples: ['backup_failed'],
})
const Summary = Text(2000, {
  description: 'What is wrong',
  examples: ['The nightly backup has not been written'],
})
const Details = Dictionary('Additional data, such as ids and values', [{ host: 'db-1' }])
const MetricValue = (description: string) =>
  Nullable(Type.Number({ description: `${description}; null if no rule opened it`, examples: [3] }))

export const Alert = Shape('Alert', {
  id: Id(),
  source: Choice(['rule', 'worker', 'system'], 'Who reported it'),
  type: Type_,
  name: Text(200, { description: 'Display name', examples: ['A worker is offline'] }),
  severity: AlertSeverity,
  status: Status,
  summary: Nullable(Summary),
  rule_id: Nullable(Id('The rule that opened it')),
  account_id: Nullable(Id('The account it is about')),
  metric: Nullable(Text(100, { description: 'The metric of its rule' })),
  condition: Nullable(Condition),
  threshold: MetricValue('The threshold'),
  current_value: MetricValue('The value at the last evaluation'),
  trigger_count: Count('How often it was reported'),
  details: Details,
  dedupe_key: Nullable(Text(200, { description: 'Key that groups repeated reports' })),
  note: Nullable(Text(2000, { description: 'The latest comment' })),
  acknowledged_at: Nullable(Time('When it was acknowledged')),
  acknowledged_by: Nullable(Person),
  resolved_at: Nullable(Time('When it was resolved')),
  resolved_by: Nullable(Person),
  last_triggered_at: Time('When it was last reported'),
  created_at: Time('When it was first reported'),
})

export const AlertFilters = {
  status: Status,
  severity: AlertSeverity,
  rule_id: Id('Only those of this rule'),
}

export const AlertNote = Shape('AlertRemark', {
  note: Type.Optional(Text(2000, { description: 'Comment', examples: ['The disk was full'] })),
})

type Filters = QueryValues<typeof AlertFilters>

export function listAlerts(ctx: Ctx, page: PageRequest, { status, severity, rule_id }: Filters) {
  let query = selectAlerts(ctx)
  if (status) query = query.where('alerts.status', '=', status)
  if (severity) query = query.where('alerts.severity', '=', severity)
  if (rule_id) query = query.where('alerts.rule_id', '=', rule_id)
  return paginate(ctx, query, page, 'alerts')
}

export async function readAlert(ctx: Ctx, id: string) {
  const alert = await selectAlerts(ctx).where('alerts.id', '=', id).executeTakeFirst()
  if (!alert) throw fail.notFound('alert')
  return alert
}

/** Acknowledges an open alert. */
export async function acknowledgeAlert(ctx: Ctx, id: string, remark: Static<typeof AlertNote>) {
  const by = requireUser(ctx).userId
  await ctx.transaction(async (tx) => {
    const columns = { acknowledged_at: tx.now(), acknowledged_by_id: by }
    const alert = await changeAlertStatus(tx, id, 'open', 'acknowledged', { ...columns, ...remark })
    await recordAlertActivity(tx, id, 'acknowledged', { user_id: by, ...remark })
    await tx.audit('alert.acknowledged', id, { new: remark })
    await announceAcknowledged(tx, alert)
  })
  return readAlert(ctx, id)
}

/** Resolves an acknowledged alert. If the condition still holds, its rule will open a new one. */
export async function resolveAlert(ctx: Ctx, id: string, remark: Static<typeof AlertNote>) {
  const by = requireUser(ctx).userId
  await ctx.transaction(async (tx) => {
    const columns = { resolved_at: tx.now(), resolved_by_id: by }
    const alert = await changeAlertStatus(tx, id, 'acknowledged', 'resolved', {
      ...columns,
      ...remark,
    })
    await recordAlertActivity(tx, id, 'resolved', { user_id: by, ...remark })
    await tx.audit('alert.resolved', id, { new: remark })
    await announceResolved(tx, alert, { notify: false, mail: false })
  })
  return readAlert(ctx, id)
}

/** Changes the status of an alert; 409 from any other status. */
async function changeAlertStatus(
  tx: PlatformTx,
  id: string,
  from: AlertRow['status'],
  to: AlertRow['status'],
  columns: Partial<AlertRow>,
): Promise<AlertRow> {
  const alert = await tx.db
    .updateTable('alerts')
    .set({ ...columns, status: to })
    .where('id', '=', id)
    .where('status', '=', from)
    .returningAll()
    .executeTakeFirst()
  if (alert) return alert
  const found = await tx.db
    .selectFrom('alerts')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw fail.notFound('alert')
  throw fail.with('invalid_transition', `This alert is ${found.status} and cannot be ${to}`)
}

function selectAlerts(ctx: Ctx) {
  return ctx
    .acrossAccounts('admin.alerts.read')
    .selectFrom('alerts')
    .select([
      'alerts.id',
      'source',
      'type',
      'alerts.name',
      'severity',
      'alerts.status',
      'summary',
      'rule_id',
      'about_account_id as account_id',
      'metric',
      'condition',
      'threshold',
      'current_value',
      'trigger_count',
      'details',
      'dedupe_key',
      'note',
      'acknowledged_at',
      'resolved_at',
      'last_triggered_at',
      'alerts.created_at',
      personAt('alerts.acknowledged_by_id').as('acknowledged_by'),
      personAt('alerts.resolved_by_id').as('resolved_by'),
    ])
}
