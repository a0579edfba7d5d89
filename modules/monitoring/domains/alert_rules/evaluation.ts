import type { Ctx, PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { AlertRules } from '@powernode/server/platform/db/rows.ts'
import { Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'
import { MINUTE_MS, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import type { Selectable } from 'kysely'
import { type Static, Type } from 'typebox'
import type { AlertRow } from '../alerts/announcements.ts'
import { openAlert, openAlertsOf, resolveAlertOfRule, retriggerAlert } from '../alerts/opening.ts'
import { inUnit, isMetric, metricOf, readMetrics, WatchedMetric } from './metrics.ts'

export const AlertRulePreviewInput = Shape('AlertRulePreviewInput', WatchedMetric)
export const AlertRulePreview = Shape('AlertRulePreview', {
  ...WatchedMetric,
  current_value: Type.Number({ description: 'Current value of the metric', examples: [3] }),
  holds: Flag('Whether the condition holds now'),
})

type Rule = Selectable<AlertRules>
export type RuleState = Pick<Rule, 'state' | 'state_since'>

/** Evaluates a rule without writing anything. */
export async function previewRule(ctx: Ctx, input: Static<typeof AlertRulePreviewInput>) {
  const current_value = (await readMetrics(ctx, [input.metric])).get(input.metric)
  if (current_value === undefined) {
    throw fail.unavailable('This metric cannot be read right now. The reason is in the log')
  }
  return { ...input, current_value, holds: isBreach(input, current_value) }
}

interface EvaluationCounts {
  /** Number of rules evaluated; 0 if this minute’s evaluation is done. */
  evaluated: number
  /** Rules whose condition has held for their minutes. */
  firing: number
}

/**
 * Evaluates every rule that has not been evaluated in this minute, so each is evaluated once a minute, however many
 * servers call this. Rules are locked in the order of their ids; a concurrent caller waits and then finds none due.
 */
export async function evaluateRules(ctx: PlatformCtx): Promise<EvaluationCounts> {
  const { metrics } = await dueMetrics(ctx)
  if (metrics.length === 0) return { evaluated: 0, firing: 0 }
  const values = await readMetrics(ctx, metrics)
  return ctx.transaction(async (tx) => {
    tx.unaudited('the state of a rule; its alert is audited')
    const rules = await due(tx).selectAll().orderBy('id').forNoKeyUpdate().execute()
    const alerts = await openAlertsOf(
      tx,
      rules.map((rule) => rule.id),
    )
    let evaluated = 0
    let firing = 0
    for (const rule of rules) {
      const value = values.get(rule.metric)
      if (value === undefined || !isMetric(rule.metric)) continue
      const state = await evaluate(tx, { ...rule, metric: rule.metric }, value, alerts.get(rule.id))
      evaluated++
      if (state === 'firing') firing++
    }
    return { evaluated, firing }
  })
}

/**
 * The state of a rule after an evaluation. It is pending from the minute in which the condition first holds. If a user
 * resolved its alert while it was firing (`alerted` is false), it is pending again.
 */
export function ruleStateAfter(
  rule: Pick<Rule, 'state' | 'state_since' | 'condition' | 'threshold' | 'for_minutes'>,
  value: number,
  alerted: boolean,
  now: Date,
): RuleState {
  if (!isBreach(rule, value)) return stateChange(rule, 'ok', now)
  if (rule.state === 'firing' && alerted) return stateChange(rule, 'firing', now)
  const since = rule.state === 'pending' ? rule.state_since : now
  const longEnough = now.getTime() - since.getTime() >= rule.for_minutes * MINUTE_MS
  return longEnough
    ? { state: 'firing', state_since: now }
    : { state: 'pending', state_since: since }
}

function stateChange({ state, state_since }: RuleState, to: Rule['state'], now: Date): RuleState {
  return { state: to, state_since: state === to ? state_since : now }
}

function isBreach({ condition, threshold }: Pick<Rule, 'condition' | 'threshold'>, value: number) {
  return condition === 'above' ? value > threshold : value < threshold
}

async function evaluate(
  tx: PlatformTx,
  rule: Rule & { metric: string },
  current_value: number,
  alert: AlertRow | undefined,
): Promise<Rule['state']> {
  const after = ruleStateAfter(rule, current_value, alert !== undefined, tx.now())
  await tx.db
    .updateTable('alert_rules')
    .set({ ...after, current_value, evaluated_at: tx.now() })
    .where('id', '=', rule.id)
    .execute()
  const { id, metric, name, severity, condition, threshold, notify_by_mail: mail } = rule
  if (after.state === 'firing') {
    const observation = {
      current_value,
      threshold,
      severity,
      summary: sentence(rule, current_value),
    }
    if (alert)
      await retriggerAlert(tx, alert, observation, {
        remind: isToRemind(rule, alert, tx.now()),
        mail,
      })
    else {
      const trigger = { ...observation, source: 'rule' as const, rule_id: id, type: metric }
      await openAlert(tx, { ...trigger, name, metric, condition }, { notify: true, mail })
    }
  } else if (alert) {
    const { label } = metricOf(metric)
    await resolveAlertOfRule(
      tx,
      rule,
      `${label}: back to ${inUnit(metric, current_value)}.`,
      current_value,
    )
  }
  return after.state
}

/** An acknowledged alert needs no reminder. */
function isToRemind({ renotify_minutes: minutes }: Rule, alert: AlertRow, now: Date) {
  if (minutes === null || alert.status !== 'open') return false
  const notifiedAt = alert.notified_at ?? alert.created_at
  return now.getTime() - notifiedAt.getTime() >= minutes * MINUTE_MS
}

/** "Dead letters: 3, which is above 0, for 5 minutes." */
function sentence(rule: Rule & { metric: string }, value: number) {
  const { metric, condition, threshold, for_minutes } = rule
  const duration = for_minutes > 0 ? ` for at least ${formatNoun(for_minutes, 'minute')}` : ''
  return `${metricOf(metric).label}: ${inUnit(metric, value)}, ${condition} ${inUnit(metric, threshold)}${duration}.`
}

async function dueMetrics(ctx: PlatformCtx) {
  const rows = await due(ctx).select('metric').distinct().execute()
  return { metrics: rows.map((row) => row.metric) }
}

function due(ctx: PlatformCtx) {
  const minute = startOfStep(ctx.now(), MINUTE_MS)
  return ctx.db
    .selectFrom('alert_rules')
    .where('enabled', '=', true)
    .where((eb) => eb.or([eb('evaluated_at', 'is', null), eb('evaluated_at', '<', minute)]))
}
