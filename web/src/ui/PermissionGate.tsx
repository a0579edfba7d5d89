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

/** Guards a page: someone without a permission learns which one is missing and who can grant it. */
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
  usePageTitle('Permission needed')
  if (me.two_factor_required && !me.impersonator && permission.startsWith('admin.')) {
    return <Withheld permission={permission} />
  }
  return (
    <EmptyState py={64} icon={<IconLock size={28} aria-hidden />}>
      <EmptyState.Title order={1}>You cannot open this page</EmptyState.Title>
      <EmptyState.Description>
        It needs the permission <span className="mono">{permission}</span>, which none of your roles
        has. {granting.length > 0 && `It comes with the role ${anyOf(granting)}. `}
        {me.impersonator
          ? `You see what ${me.name} sees.`
          : `An owner of ${me.account.name} can give you a role that includes it.`}
      </EmptyState.Description>
    </EmptyState>
  )
}

/** Administration is closed to whoever has no second factor where the policy asks for one. */
function Withheld({ permission }: { permission: string }) {
  return (
    <EmptyState py={64} icon={<IconLock size={28} aria-hidden />}>
      <EmptyState.Title order={1}>Turn on two-factor sign-in first</EmptyState.Title>
      <EmptyState.Description>
        This page needs the permission <span className="mono">{permission}</span>, which is withheld
        until you turn on two-factor sign-in under{' '}
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

const anyOf = (names: string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
