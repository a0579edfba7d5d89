import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCount } from '~/ui/format'
import { userStatsQuery } from './queries'

/** User counts of the account in one line, with links to the matching rows. */
export function UserSummary() {
  const { data: stats } = useQuery(userStatsQuery)
  if (!stats) return null
  const { active_users, suspended_users, unverified_users, recent_logins } = stats
  return (
    <>
      {formatCount(active_users)} active
      {suspended_users > 0 && (
        <>
          {' · '}
          <Anchor
            inherit
            renderRoot={(props) => <Link to="/users" search={{ status: 'suspended' }} {...props} />}
          >
            {formatCount(suspended_users)} suspended
          </Anchor>
        </>
      )}
      {unverified_users > 0 && ` · ${formatCount(unverified_users)} unconfirmed`}
      {` · ${formatCount(recent_logins)} signed in during the last 7 days`}
    </>
  )
}
