import {
  ActionIcon,
  Anchor,
  Button,
  Indicator,
  Popover,
  Skeleton,
  Stack,
  Text,
} from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useLiveNotifications } from './live'
import classes from './notifications.module.css'
import { markAllRead, notificationsQuery, unreadCountOf } from './queries'

const NotificationItem = lazy(async () => ({
  default: (await import('./NotificationItem')).NotificationItem,
}))

export function Bell() {
  useLiveNotifications()
  const [opened, setOpened] = useState(false)
  const { data: latest } = useQuery(notificationsQuery({ per_page: 8 }))
  const unread = unreadCountOf(latest)
  const close = () => setOpened(false)

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(380px, 94vw)"
      trapFocus
    >
      <Indicator disabled={unread === 0} label={unread > 99 ? '99+' : unread} size={16} offset={5}>
        <Popover.Target>
          <ActionIcon
            size="lg"
            aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
            onClick={() => setOpened((is) => !is)}
          >
            <IconBell size={18} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0}>
        <div className={classes.head}>
          <Text fw={600}>Notifications</Text>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => void markAllRead()}>
              Mark all as read
            </Button>
          )}
        </div>
        {!latest && (
          <Stack p="md" gap="xs" aria-busy="true">
            <Skeleton height={14} />
            <Skeleton height={14} width="70%" />
          </Stack>
        )}
        {latest?.data.length === 0 && <div className={classes.none}>No notifications</div>}
        {latest && latest.data.length > 0 && (
          <ul className={classes.list}>
            <Suspense>
              {latest.data.map((notification) => (
                <NotificationItem
                  key={notification.id}
                  notification={notification}
                  onFollow={close}
                />
              ))}
            </Suspense>
          </ul>
        )}
        <div className={classes.foot}>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/notifications" {...props} />}
            onClick={close}
          >
            See all notifications
          </Anchor>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
