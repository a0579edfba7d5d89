import { Anchor, Button, EmptyState } from '@mantine/core'
import type { Permission } from '@powernode/contract/names.ts'
import { IconLock } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, data } from '../api'
import { rolesToAskFor } from '../roleLabel'
import { type Role, rolesQuery } from '../roles'
import { useCan, useMe } from '../session'
import { usePageTitle } from './usePageTitle'

type Props = { needs: readonly Permission[]; children: ReactNode }

/** Renders a page only with its permissions. Otherwise explains which is missing and who can grant it. */
export function PermissionGate({ needs, children }: Props) {
  const { permissions } = useMe()
  const missing = needs.find((permission) => !permissions.includes(permission))
  return missing ? <Missing permission={missing} /> : children
}

function Missing({ permission }: { permission: string }) {
  const me = useMe()
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled: useCan('roles.read') })
  const { data: owners = [] } = useQuery({ ...ownersQuery, enabled: useCan('users.read') })
  const ofServer = permission.startsWith('admin.')
  usePageTitle('Permission required')
  if (me.two_factor_required && !me.impersonator && ofServer) {
    return <TwoFactorRequired permission={permission} />
  }
  const granting = roles.filter((role) => role.permissions.includes(permission))
  const role = ofServer ? '' : namesOf(granting)
  return (
    <EmptyState py={64} icon={<IconLock size={28} aria-hidden />}>
      <EmptyState.Title order={1}>You don’t have access to this page</EmptyState.Title>
      <EmptyState.Description>
        This page needs the permission <span className="mono">{permission}</span>. None of your
        roles includes it.{' '}
        {me.impersonator
          ? `You are impersonating ${me.name}.`
          : `${whomToAsk(ofServer, me.account.name, owners)} ${role ? `for the role ${role}` : 'for a role that includes it'}.`}
      </EmptyState.Description>
      <WayOut />
    </EmptyState>
  )
}

/** Owners can assign every role of the account. */
const ownersQuery = queryOptions({
  queryKey: ['users', 'list', 'owners'],
  queryFn: ({ signal }) => {
    const query = { role: 'owner', status: 'active', per_page: 3, sort: 'name' } as const
    return data(api.GET('/api/v1/users', { params: { query }, signal }))
  },
  staleTime: 60_000,
})

function whomToAsk(ofServer: boolean, account: string, owners: { name: string }[]) {
  if (ofServer) return 'Ask an administrator of this server'
  if (owners.length === 0) return `Ask an owner of ${account}`
  const names = new Intl.ListFormat('en').format(owners.map(({ name }) => name))
  return `Ask an owner of ${account} (${names})`
}

const namesOf = (roles: Role[]) => {
  const displayNames = new Map(roles.map((role) => [role.name, role.display_name]))
  return rolesToAskFor([...displayNames.keys()], (name) => displayNames.get(name) ?? name)
}

function WayOut() {
  const router = useRouter()
  return (
    <EmptyState.Actions>
      {router.history.canGoBack() && (
        <Button variant="default" onClick={() => router.history.back()}>
          Go back
        </Button>
      )}
      <Button renderRoot={(props) => <Link to="/" {...props} />}>Go home</Button>
    </EmptyState.Actions>
  )
}

/** Shown to an administrator without two-factor authentication where the policy requires it. */
function TwoFactorRequired({ permission }: { permission: string }) {
  return (
    <EmptyState py={64} icon={<IconLock size={28} aria-hidden />}>
      <EmptyState.Title order={1}>Turn on two-factor authentication first</EmptyState.Title>
      <EmptyState.Description>
        This page needs the permission <span className="mono">{permission}</span>, which you get
        after you turn on two-factor authentication under{' '}
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => <Link to="/security" {...props} />}
        >
          Security
        </Anchor>
        .
      </EmptyState.Description>
      <WayOut />
    </EmptyState>
  )
}
