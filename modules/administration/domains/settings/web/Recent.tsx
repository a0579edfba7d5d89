import { Anchor, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Data } from '~/api'

type Overview = Data<'/api/v1/admin_settings', 'get'>

import { AccountLink } from '~/ui/AccountLink'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import classes from './admin_settings.module.css'

export function RecentAccounts({ accounts }: { accounts: Overview['recent_accounts'] }) {
  return (
    <Recent title="New accounts">
      {accounts.map(({ id, name, owner, status, created_at }) => (
        <Entry
          key={id}
          name={<AccountLink account={{ id, name }} fw={500} />}
          description={owner?.email ?? 'No owner'}
          status={status}
          at={created_at}
        />
      ))}
    </Recent>
  )
}

export function RecentUsers({ users }: { users: Overview['recent_users'] }) {
  return (
    <Recent title="New users">
      {users.map(({ id, name, email, account, status, created_at }) => (
        <Entry
          key={id}
          name={
            <Anchor
              inherit
              fw={500}
              renderRoot={(props) => (
                <Link to="/admin/users" search={{ search: email }} {...props} />
              )}
            >
              {name}
            </Anchor>
          }
          description={account.name}
          status={status}
          at={created_at}
        />
      ))}
    </Recent>
  )
}

function Recent({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Rows>{children}</Rows>
    </section>
  )
}

type EntryProps = { name: ReactNode; description: string; status: string; at: string }

function Entry({ name, description, status, at }: EntryProps) {
  return (
    <Rows.Row>
      <span className={classes.reason}>
        {name}{' '}
        <Text span inherit c="dimmed">
          {description}
        </Text>
      </span>
      <StatusPill state={status} />
      <Rows.More>
        <RelativeTime at={at} />
      </Rows.More>
    </Rows.Row>
  )
}
