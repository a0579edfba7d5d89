import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { Alerts } from '@powernode/server/platform/db/rows.ts'
import type { CreateResult } from '@powernode/server/platform/http/resource.ts'
import { Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Insertable, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { recordAlertActivity } from './activity.ts'
import { Alert } from './alert.ts'
import type { AlertRow } from './announcements.ts'
import {
  announceResolved,
  announceTriggered,
  broadcastTriggered,
  remindAdministrators,
} from './announcements.ts'

const REPEAT_MS = HOUR_MS

const { id, type, severity, status, created_at, details } = Alert.properties

export const NewAlert = Shape('NewAlert', {
  type,
  severity: Type.Optional({ ...severity, default: 'medium' }),
  summary: Type.Optional(
    Text(2000, { description: 'What is wrong', examples: ['The backup failed'] }),
  ),
  account_id: Type.Optional(Id('The account it is about')),
  details: Type.Optional(details),
  dedupe_key: Type.Optional(
    Text(200, {
      description:
        'Reports with the same key, each within an hour of the last, are counted on one alert',
      examples: ['backup-db-1'],
    }),
  ),
})

export const RaisedAlert = Shape('RaisedAlert', { id, type, severity, status, created_at })

type Raised = Static<typeof RaisedAlert>
type Trigger = Pick<AlertRow, 'source' | 'type' | 'name' | 'severity'> &
  Partial<Omit<Insertable<Alerts>, 'created_at' | 'last_triggered_at'>>

/**
 * Accepts a worker's report. Repeated reports are counted on one alert; administrators are notified of severities high
 * and critical.
 */
export function raiseAlert(
  ctx: PlatformCtx,
  input: Static<typeof NewAlert>,
): Promise<CreateResult<Raised>> {
  const { account_id: accountId = null, severity = 'medium', dedupe_key, type, ...rest } = input
  const notify = severity === 'high' || severity === 'critical'
  const source = ctx.actor.kind === 'worker' ? ('worker' as const) : ('system' as const)
  return ctx.transaction(async (tx) => {
    const repeated = dedupe_key === undefined ? undefined : await repeat(tx, dedupe_key, rest)
    if (repeated) {
      tx.unaudited('a repeated report is counted in the row of the alert')
      return { created: false, data: toRaisedAlert(repeated) }
    }
    if (accountId) await requireAccount(tx, accountId)
    const trigger = {
      ...rest,
      source,
      type,
      severity,
      name: words(type),
      about_account_id: accountId,
    }
    const alert = await openAlert(
      tx,
      { ...trigger, ...(dedupe_key !== undefined && { dedupe_key }) },
      { notify, mail: notify },
    )
    return { created: true, data: toRaisedAlert(alert) }
  })
}

/** Opens an alert and sends it to the given recipients. */
export async function openAlert(
  tx: PlatformTx,
  trigger: Trigger,
  recipients: { notify: boolean; mail: boolean },
): Promise<AlertRow> {
  const now = tx.now()
  const alert = await tx.db
    .insertInto('alerts')
    .values({
      id: randomUUIDv7(),
      ...trigger,
      created_at: now,
      last_triggered_at: now,
      notified_at: recipients.notify ? now : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const { id, name, severity, source, summary, current_value } = alert
  await recordAlertActivity(tx, id, 'triggered', { note: summary, value: current_value })
  await tx.audit('alert.triggered', id, { new: { name, severity, source, summary } })
  await announceTriggered(tx, alert, recipients)
  return alert
}

/** The unresolved alerts of these rules, by rule. */
export async function openAlertsOf(tx: PlatformTx, ruleIds: string[]) {
  if (ruleIds.length === 0) return new Map<string | null, AlertRow>()
  const rows = await tx.db
    .selectFrom('alerts')
    .selectAll()
    .where('rule_id', 'in', ruleIds)
    .where('status', '<>', 'resolved')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.rule_id, row]))
}

/** Updates the alert of a rule whose condition still holds; `remind` sends a reminder. */
export async function retriggerAlert(
  tx: PlatformTx,
  { id }: AlertRow,
  columns: Pick<AlertRow, 'current_value' | 'threshold' | 'severity' | 'summary'>,
  { remind, mail }: { remind: boolean; mail: boolean },
): Promise<void> {
  const alert = await tx.db
    .updateTable('alerts')
    .set((eb) => ({
      ...columns,
      trigger_count: eb('trigger_count', '+', 1),
      last_triggered_at: tx.now(),
      ...(remind && { notified_at: tx.now() }),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await broadcastTriggered(tx, alert)
  if (remind) await remindAdministrators(tx, alert, mail)
}

/** Resolves the alert of a rule, if there is one, acknowledged or not. */
export async function resolveAlertOfRule(
  tx: PlatformTx,
  rule: { id: string; notify_by_mail: boolean },
  reason: string,
  current_value?: number,
): Promise<boolean> {
  const alert = await tx.db
    .updateTable('alerts')
    .set({ status: 'resolved', resolved_at: tx.now(), note: reason })
    .set(current_value === undefined ? {} : { current_value })
    .where('rule_id', '=', rule.id)
    .where('status', '<>', 'resolved')
    .returningAll()
    .executeTakeFirst()
  if (!alert) return false
  await recordAlertActivity(tx, alert.id, 'resolved', { note: reason, value: alert.current_value })
  await tx.audit('alert.resolved', alert.id, { new: { note: reason } })
  await announceResolved(tx, alert, { notify: true, mail: rule.notify_by_mail })
  return true
}

/** Counts a report on the alert that it repeats. Reports with the same key wait for each other. */
async function repeat(
  tx: PlatformTx,
  key: string,
  { summary, details }: Pick<Static<typeof NewAlert>, 'summary' | 'details'>,
) {
  await sql`select pg_advisory_xact_lock(hashtext('powernode alert'), hashtext(${key}))`.execute(
    tx.db,
  )
  const alert = await tx.db
    .updateTable('alerts')
    .set((eb) => ({
      trigger_count: eb('trigger_count', '+', 1),
      last_triggered_at: tx.now(),
      ...(summary !== undefined && { summary }),
      ...(details !== undefined && { details }),
    }))
    .where('dedupe_key', '=', key)
    .where('status', '<>', 'resolved')
    .where('last_triggered_at', '>', new Date(tx.now().getTime() - REPEAT_MS))
    .returningAll()
    .executeTakeFirst()
  if (alert) await broadcastTriggered(tx, alert)
  return alert
}

async function requireAccount(tx: PlatformTx, id: string) {
  const found = await tx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw fail.invalid({ account_id: ['is not an account'] })
}

/** `backup_failed` → "Backup failed". */
function words(type: string) {
  const text = type.replaceAll(/[_.]+/g, ' ').trim() || type
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function toRaisedAlert({ id, type, severity, status, created_at }: AlertRow): Raised {
  return { id, type, severity, status, created_at }
}
