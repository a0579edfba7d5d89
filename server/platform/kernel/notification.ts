/** What a notification says. */
export interface NotificationContent {
  /** Its kind; workers may choose names of their own, which count as announcements. */
  notification_type: string
  /** One line. */
  title: string
  message: string
  severity: 'info' | 'success' | 'warning' | 'error' | 'critical'
  category: string
  /** Page of the web app that it leads to. */
  action_url: string | null
  metadata?: Record<string, unknown>
}
