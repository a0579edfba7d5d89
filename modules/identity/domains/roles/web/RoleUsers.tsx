import { Anchor, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Role } from '~/roles'
import { useCan } from '~/session'
import { formatCount } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { StatusPill } from '~/ui/StatusPill'
import { roleUsersQuery } from './queries'
import classes from './RoleUsers.module.css'

/** The first users with the role, and a link to all of them. */
export function RoleUsers({ role }: { role: Role }) {
  const { data: page, error, refetch } = useQuery(roleUsersQuery(role.id))
  const mayOpen = useCan('users.read')
  const more = (page?.meta.total_count ?? 0) - (page?.data.length ?? 0)
  return (
    <section aria-label="Users">
      {' '}
      <Title order={2} mb="xs">
        {' '}
        Users
      </Title>
      {error && <LoadError error={error} retry={() => void refetch()} />}
      {!page && !error && <Skeleton height={74} aria-busy="true" />}
      {page?.data.length === 0 && (
        <Text c="dimmed">No users yet. Assign the role on a user’s page.</Text>
      )}
      {page && page.data.length > 0 && (
        <ul className={classes.list}>
          {page.data.map((user) => (
            <li key={user.id}>
              {mayOpen ? (
                <Anchor
                  inherit
                  renderRoot={(props) => (
                    <Link to="/users/$id" params={{ id: user.id }} {...props} />
                  )}
                >
                  {user.name}
                </Anchor>
              ) : (
                <span>{user.name}</span>
              )}
              <span className={classes.email}>{user.email}</span>
              <StatusPill state={user.locked ? 'locked' : user.status} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && mayOpen && (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/users" search={{ role: role.name }} {...props} />}
        >
          {more === 1 ? 'Show 1 more' : `Show ${formatCount(more)} more`}
        </Anchor>
      )}
    </section>
  )
}
