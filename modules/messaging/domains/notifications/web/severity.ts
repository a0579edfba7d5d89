import type { Notification } from './queries'

/** The word for the severity: of the alert that a notification is about, as on the alert's page, or its own. */
export function severityOf({ severity, metadata }: Pick<Notification, 'severity' | 'metadata'>) {
  const { alert_severity } = metadata
  return typeof alert_severity === 'string' ? alert_severity : severity
}
