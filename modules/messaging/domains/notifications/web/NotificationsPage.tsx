import { Button, Menu } from '@mantine/core'
import { IconBell, IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { NotificationTitle } from './NotificationItem'
import { NotificationTabs } from './NotificationTabs'
import classes from './notifications.module.css'
import {
  dismiss,
  markAllRead,
  markRead,
  type Notification,
  notificationsQuery,
  unreadCountOf,
} from './queries'
import { severityOf } from './severity'

const columns: Column<Notification>[] = [
  { key: 'title', label: 'Title', cell: (one) => <NotificationTitle notification={one} /> },
  {
    key: 'message',
    fact: 'value',
    label: 'Message',
    cell: (one) => <span className={classes.message}>{one.message}</span>,
  },
  { key: 'severity', label: 'Severity', cell: (one) => <StatusPill state={severityOf(one)} /> },
  { key: 'category', label: 'Category', optional: true, cell: (one) => one.category },
  { key: 'read', label: 'Read', optional: true, cell: (one) => (one.read ? 'Yes' : 'No') },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Time',
    cell: (one) => <RelativeTime at={one.created_at} />,
  },
]

const filters = {
  read: choiceFilter('State', [
    { value: 'false', label: 'Unread' },
    { value: 'true', label: 'Read' },
  ]),
}

export function NotificationsPage() {
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const { page, per_page } = state.paging
  const { read } = state.activeFilters
  const list = useQuery(
    notificationsQuery({ page, per_page, ...(read && { read: read === 'true' }) }),
  )
  return (
    <ListPage
      title="Notifications"
      plural="notifications"
      state={state}
      query={list}
      searchable={false}
      columns={columns}
      nameOf={(one) => one.title}
      figures={<NotificationTabs />}
      primary={
        unreadCountOf(list.data) > 0 && (
          <Button
            variant="default"
            leftSection={<IconCheck size={15} />}
            onClick={() => void markAllRead()}
          >
            Mark all as read
          </Button>
        )
      }
      empty={{ icon: <IconBell size={28} />, sentence: 'No notifications.' }}
      menu={(one) => (
        <>
          {!one.read && (
            <Menu.Item
              leftSection={<IconCheck size={15} />}
              onClick={() => void markRead([one.id])}
            >
              Mark as read
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconX size={15} />} onClick={() => void dismiss([one.id])}>
            Dismiss
          </Menu.Item>
        </>
      )}
      bulk={(rows, onDone) => (
        <>
          <BulkAction
            label="Mark as read"
            rows={rows.filter((row) => !row.read)}
            done="marked as read"
            run={({ id }) => markRead([id])}
            onDone={onDone}
          />
          <BulkAction
            label="Dismiss"
            rows={rows}
            done="dismissed"
            run={({ id }) => dismiss([id])}
            onDone={onDone}
          />
        </>
      )}
    />
  )
}
