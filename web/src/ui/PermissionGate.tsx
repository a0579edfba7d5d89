import { Anchor, EmptyState } from '@mantine/core'
import type { Permission } from '@powernode/contract/names.ts'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { rolesQuery } from '../roles'
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
  const granting = roles
    .filter((role) => role.permissions.includes(permission))
    .map((role) => role.display_name)
  usePageTitle('Permission required')
  if (me.two_factor_required && !me.impersonator && permission.startsWith('admin.')) {
    return <TwoFactorRequired permission={permission} />
  }
  return (
    <EmptyState py={64} icon={<IconLock size={28} aria-hidden />}>
      <EmptyState.Title order={1}>You don’t have access to this page</EmptyState.Title>
      <EmptyState.Description>
        This page needs the permission <span className="mono">{permission}</span>. None of your
        roles includes it. {granting.length > 0 && `The role ${anyOf(granting)} does. `}
        {me.impersonator ? `You are impersonating ${me.name}.` : grantor(permission, me.account)}
      </EmptyState.Description>
    </EmptyState>
  )
}

/** Shown to an administrator without two-factor sign-in where the policy requires it. */
function TwoFactorRequired({ permission }: { permission: string }) {
  return (
    <EmptyState py={64} icon={<IconLock size={28} aria-hidden />}>
      <EmptyState.Title order={1}>Turn on two-factor sign-in first</EmptyState.Title>
      <EmptyState.Description>
        This page needs the permission <span className="mono">{permission}</span>, which you get
        after you turn on two-factor sign-in under{' '}
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => <Link to="/security" {...props} />}
        >
          Security
        </Anchor>
        .
      </EmptyState.Description>
    </EmptyState>
  )
}

const grantor = (permission: string, account: { name: string }) =>
  permission.startsWith('admin.')
    ? 'Ask a platform administrator.'
    : `An owner of ${account.name} can assign you a role that includes it.`

const anyOf = (names: string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
