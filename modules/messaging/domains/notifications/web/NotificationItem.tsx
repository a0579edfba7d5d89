import { ActionIcon, Anchor } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { Tip } from '~/ui/Tip'
import classes from './notifications.module.css'
import { markRead, type Notification } from './queries'
import { severityOf } from './severity'

export function NotificationTitle({
  notification,
  onFollow,
}: {
  notification: Notification
  onFollow?: () => void
}) {
  const { id, title, action_url: url, read } = notification
  const weight = read ? 400 : 600
  if (!url) return <span style={{ fontWeight: weight }}>{title}</span>
  const follow = () => {
    if (!read) void markRead([id])
    onFollow?.()
  }
  return url.startsWith('/') ? (
    <Anchor
      inherit
      fw={weight}
      renderRoot={(props) => <Link to={url} {...props} />}
      onClick={follow}
    >
      {title}
    </Anchor>
  ) : (
    <Anchor inherit fw={weight} href={url} target="_blank" rel="noreferrer" onClick={follow}>
      {title}
    </Anchor>
  )
}

export function NotificationItem({
  notification,
  onFollow,
}: {
  notification: Notification
  onFollow: () => void
}) {
  const { id, title, message, read, created_at } = notification
  return (
    <li className={classes.item} data-unread={!read || undefined}>
      <div className={classes.text}>
        <NotificationTitle notification={notification} onFollow={onFollow} />
        <p>{message}</p>
        <div className={classes.meta}>
          <StatusPill state={severityOf(notification)} />
          <RelativeTime at={created_at} />
        </div>
      </div>
      {!read && (
        <Tip label="Mark as read">
          <ActionIcon aria-label={`Mark “${title}” as read`} onClick={() => void markRead([id])}>
            <IconCheck size={16} />
          </ActionIcon>
        </Tip>
      )}
    </li>
  )
}
