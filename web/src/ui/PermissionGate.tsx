import { EmptyState } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCan, useMe } from '../session'
import { usePageTitle } from './usePageTitle'

/** Guards a page: someone without the permission learns which one is missing and who can grant it. */
export function PermissionGate({ needs, children }: { needs: string; children: ReactNode }) {
  return useCan(needs) ? children : <Missing permission={needs} />
}

function Missing({ permission }: { permission: string }) {
  const me = useMe()
  usePageTitle('Permission needed')
  return (
    <EmptyState py={64} icon={<IconLock size={28} aria-hidden />}>
      <EmptyState.Title order={1}>You cannot open this page</EmptyState.Title>
      <EmptyState.Description>
        It needs the permission <span className="mono">{permission}</span>, which none of your roles
        has. An owner of {me.account.name} can give you a role that includes it.
      </EmptyState.Description>
    </EmptyState>
  )
}
