import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { contains, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { AlertSeverity } from '../alerts/alert.ts'
import { resolveAlertOfRule } from '../alerts/opening.ts'
import { evaluateRules } from './evaluation.ts'
import { WatchedMetric } from './metrics.ts'

const fields = {
  name: Title(100, { description: 'Name, unique on this server', examples: ['Jobs pile up'] }),
  ...WatchedMetric,
  for_minutes: Type.Integer({
    minimum: 0,
    maximum: 1440,
    description: 'Minutes for which the condition must hold; 0 to fire at once',
    examples: [5],
  }),
  severity: AlertSeverity,
  enabled: Flag('Whether it is evaluated'),
  notify_by_mail: Flag('Whether its alerts are emailed to administrators who enabled alert emails'),
  renotify_minutes: Nullable(
    Type.Integer({
      minimum: 5,
      maximum: 10080,
      description:
        'Minutes after which administrators are reminded of an open alert; null for never',
      examples: [60],
    }),
  ),
}

export const AlertRule = Shape('AlertRule', {
  id: Id(),
  ...fields,
  state: Choice(
    ['ok', 'pending', 'firing'],
    'Pending: the condition holds, but not yet for long enough',
  ),
  state_since: Time('When the state last changed'),
  current_value: Nullable(
    Type.Number({ description: 'Value at the last evaluation', examples: [3] }),
  ),
  evaluated_at: Nullable(Time('When it was last evaluated')),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last changed'),
})

export const NewAlertRule = Shape('NewAlertRule', {
  name: fields.name,
  ...WatchedMetric,
  for_minutes: Type.Optional(fields.for_minutes),
  severity: Type.Optional(AlertSeverity),
  enabled: Type.Optional(fields.enabled),
  notify_by_mail: Type.Optional(fields.notify_by_mail),
  renotify_minutes: Type.Optional(fields.renotify_minutes),
})

export const AlertRuleChanges = Changes('AlertRuleChanges', Shape(fields))

export const AlertRuleFilters = {
  search: Text(100, { description: 'Part of the name' }),
  state: AlertRule.properties.state,
  enabled: fields.enabled,
}

type Filters = QueryValues<typeof AlertRuleFilters>

export function listAlertRules(ctx: Ctx, page: PageRequest, { search, state, enabled }: Filters) {
  let query = selectRules(ctx)
  if (search) query = query.where((eb) => contains(eb.ref('name'), search))
  if (state) query = query.where('state', '=', state)
  if (enabled !== undefined) query = query.where('enabled', '=', enabled)
  return paginate(ctx, query, page, 'alert_rules')
}

export async function readAlertRule(ctx: Ctx, id: string) {
  const rule = await selectRules(ctx).where('id', '=', id).executeTakeFirst()
  if (!rule) throw fail.notFound('alert_rule')
  return rule
}

/** It is evaluated at once, as is a changed one. */
export async function createAlertRule(ctx: Ctx, input: Static<typeof NewAlertRule>) {
  const id = randomUUIDv7()
  await ctx
    .transaction(async (tx) => {
      const now = tx.now()
      await tx.db
        .insertInto('alert_rules')
        .values({ ...input, id, state_since: now, created_at: now, updated_at: now })
        .execute()
      await tx.audit('alert_rule.created', id, { new: input })
    })
    .catch(nameTaken)
  await evaluateRules(ctx.platform.system())
  return readAlertRule(ctx, id)
}

/** A rule with another metric, or disabled, starts over: its alert is resolved. */
export async function updateAlertRule(
  ctx: Ctx,
  id: string,
  changes: Static<typeof AlertRuleChanges>,
) {
  await ctx
    .transaction(async (tx) => {
      const before = await lockRule(tx, id)
      const { metric, condition, enabled } = { ...before, ...changes }
      const startsOver = metric !== before.metric || condition !== before.condition || !enabled
      await tx.db
        .updateTable('alert_rules')
        .set({ ...changes, updated_at: tx.now(), evaluated_at: null })
        .$if(startsOver, (query) =>
          query.set({ state: 'ok', state_since: tx.now(), current_value: null }),
        )
        .where('id', '=', id)
        .execute()
      if (startsOver) await resolveAlertOfRule(tx, before, 'Its rule was changed or disabled.')
      await tx.audit('alert_rule.updated', id, diffOf(before, changes))
    })
    .catch(nameTaken)
  await evaluateRules(ctx.platform.system())
  return readAlertRule(ctx, id)
}

export async function deleteAlertRule(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const rule = await lockRule(tx, id)
    await resolveAlertOfRule(tx, rule, 'Its rule was deleted.')
    await tx.db.deleteFrom('alert_rules').where('id', '=', id).execute()
    const { name, metric, condition, threshold } = rule
    await tx.audit('alert_rule.deleted', id, { old: { name, metric, condition, threshold } })
  })
}

async function lockRule(tx: PlatformTx, id: string) {
  const rule = await tx.db
    .selectFrom('alert_rules')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!rule) throw fail.notFound('alert_rule')
  return rule
}

const nameTaken = refuseDuplicate('alert_rules_name', 'name')

function selectRules(ctx: Ctx) {
  return ctx.db
    .selectFrom('alert_rules')
    .select([
      'id',
      'name',
      'metric',
      'condition',
      'threshold',
      'for_minutes',
      'severity',
      'enabled',
      'notify_by_mail',
      'renotify_minutes',
      'state',
      'state_since',
      'current_value',
      'evaluated_at',
      'created_at',
      'updated_at',
    ])
    .$narrowType<{ metric: string }>()
}
