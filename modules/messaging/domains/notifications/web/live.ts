import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { useMe } from '~/session'
import { type Notification, refetchNotifications } from './queries'

type Message =
  | { type: 'new_notification'; notification: Notification }
  | { type: 'notification_read' | 'notification_dismissed'; notification_id: string }
  | { type: 'notifications_read_all' | 'preferences_updated' | 'connection_established' }

/** Updates the bell and the lists. Messages are delivered at most once, so a reconnect refetches everything. */
export function useLiveNotifications() {
  const accountId = useMe().account.id
  useEffect(
    () =>
      subscribeToChannel<Message>(
        'NotificationChannel',
        { account_id: accountId },
        {
          onMessage: (message) => {
            if (message.type === 'connection_established') return
            if (message.type === 'new_notification') showToast(message.notification)
            void refetchNotifications()
          },
          onConnect: (reconnected) => reconnected && void refetchNotifications(),
        },
      ),
    [accountId],
  )
}

const colors: Record<Notification['severity'], string> = {
  info: 'petrol',
  success: 'green',
  warning: 'amber',
  error: 'red',
  critical: 'red',
}

function showToast({ id, title, message, severity }: Notification) {
  notifications.show({
    id,
    title,
    message,
    color: colors[severity],
    closeButtonProps: { 'aria-label': 'Dismiss' },
  })
}
