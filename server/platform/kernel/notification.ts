/** The content of a notification. */
export interface NotificationContent {
  /** Its kind. Workers can use other names, which count as announcements. */
  notification_type: string
  /** One line. */
  title: string
  message: string
  severity: 'info' | 'success' | 'warning' | 'error' | 'critical'
  category: string
  /** The page of the web app that it links to. */
  action_url: string | null
  metadata?: Record<string, unknown>
}
