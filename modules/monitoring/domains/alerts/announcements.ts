import type { PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import type { Alerts } from '@powernode/server/platform/db/rows.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import type { Selectable } from 'kysely'
import { recordAlertActivity } from './activity.ts'
import { alertStream } from './channel.ts'

/** An alert as it is stored. */
export type AlertRow = Selectable<Alerts>

const NEEDED: Permission = 'admin.alerts.read'

/** The severity of the notification, which decides how loudly it is shown. The alert's own word is in its metadata. */
const notificationSeverity = {
  low: 'info',
  medium: 'info',
  high: 'warning',
  critical: 'critical',
} as const

/** Where an alert is sent: always to open pages and webhooks, to users only if requested. */
interface Recipients {
  notify: boolean
  mail: boolean
}

export async function announceTriggered(
  tx: PlatformTx,
  alert: AlertRow,
  recipients: Recipients,
): Promise<void> {
  await broadcastTriggered(tx, alert)
  const { id, name, type, severity, summary } = alert
  for (const [accountTx, userIds] of await administrators(tx)) {
    await accountTx.emit('alert.triggered', { id, name, type, severity, summary })
    if (recipients.notify) await notifyOf(accountTx, userIds, alert, name, recipients)
  }
  if (recipients.notify)
    await recordAlertActivity(tx, id, 'notified', { value: alert.current_value })
}

/** Sends reminders of an unacknowledged alert. */
export async function remindAdministrators(
  tx: PlatformTx,
  alert: AlertRow,
  mail: boolean,
): Promise<void> {
  for (const [accountTx, userIds] of await administrators(tx)) {
    await notifyOf(accountTx, userIds, alert, `Still open: ${alert.name}`, { mail })
  }
  await recordAlertActivity(tx, alert.id, 'notified', { value: alert.current_value })
}

/** For open pages only: the alert was triggered or triggered again. */
export async function broadcastTriggered(tx: PlatformTx, alert: AlertRow): Promise<void> {
  const { id, name, type, metric, condition, threshold, current_value, status } = alert
  await broadcast(tx, 'alert_triggered', {
    id,
    name,
    alert_type: type,
    metric_name: metric,
    condition,
    threshold_value: threshold,
    current_value,
    status,
    trigger_count: alert.trigger_count,
  })
}

export async function announceAcknowledged(tx: PlatformTx, alert: AlertRow): Promise<void> {
  const { id, name, status } = alert
  await broadcast(tx, 'alert_acknowledged', { id, name, status })
  for (const [accountTx] of await administrators(tx)) {
    await accountTx.emit('alert.acknowledged', { id, name })
  }
}

/** Users are notified if an alert was resolved automatically; one resolved by a user is only shown on the page. */
export async function announceResolved(
  tx: PlatformTx,
  alert: AlertRow,
  recipients: Recipients,
): Promise<void> {
  const { id, name, status } = alert
  await broadcast(tx, 'alert_resolved', { id, name, status })
  for (const [accountTx, userIds] of await administrators(tx)) {
    await accountTx.emit('alert.resolved', { id, name })
    if (!recipients.notify) continue
    await accountTx.notify(
      userIds,
      {
        notification_type: 'alert_resolved',
        title: `Resolved: ${name}`,
        category: 'alerts',
        message: alert.note ?? 'The condition no longer holds.',
        severity: 'success',
        action_url: pageOf(id),
        metadata: { alert_id: id },
      },
      recipients,
    )
  }
}

function notifyOf(
  accountTx: Tx,
  userIds: string[],
  { id, severity, summary }: AlertRow,
  title: string,
  { mail }: { mail: boolean },
) {
  return accountTx.notify(
    userIds,
    {
      notification_type: 'alert_triggered',
      title: title.slice(0, 200),
      category: 'alerts',
      message: `${summary ?? 'No description.'} Severity: ${severity}.`,
      severity: notificationSeverity[severity],
      action_url: pageOf(id),
      metadata: { alert_id: id, alert_severity: severity },
    },
    { mail },
  )
}

const pageOf = (id: string) => `/admin/alerts?alert=${id}`

function broadcast(tx: PlatformTx, type: string, alert: Record<string, unknown>) {
  return tx.broadcast(alertStream, { type, alert, timestamp: tx.now().toISOString() })
}

/** All users who can see alerts, by account, with a context in each account. */
async function administrators(tx: PlatformTx): Promise<[Tx, string[]][]> {
  const rows = await tx
    .acrossAccounts({ because: 'platform administrators may belong to any account' })
    .selectFrom('permissions')
    .innerJoin('role_permissions', 'role_permissions.permission_id', 'permissions.id')
    .innerJoin('user_roles', 'user_roles.role_id', 'role_permissions.role_id')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .select(['users.id', 'users.account_id'])
    .distinct()
    .where('permissions.name', '=', NEEDED)
    .where('users.status', '=', 'active')
    .where('accounts.status', '=', 'active')
    .orderBy('users.id')
    .execute()
  const byAccount = Map.groupBy(rows, (row) => row.account_id)
  return [...byAccount].map(([account, userIds]) => [
    tx.inAccount(account),
    userIds.map((user) => user.id),
  ])
}
