import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { formatCount } from '~/ui/format'
import { LimitUsage } from '~/ui/LimitUsage'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { PageSections } from '~/ui/PageSections'
import { RelativeTime } from '~/ui/RelativeTime'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { useActivityTab } from '~/ui/useActivityTab'
import { AccountMembers } from './AccountMembers'
import { AdminAccountMenu } from './AdminAccountMenu'
import { type AdminAccount, adminAccountQuery } from './queries'

const SuspendAccount = lazy(() => import('./SuspendAccount'))

/** Any account of the server: its members, its usage with the sections that other domains add, and its activity. */
export function AdminAccountPage() {
  const id = useParam('id')
  const { data: account, error, refetch } = useQuery(adminAccountQuery(id))
  const mayReadUsers = useCan('admin.users.read')
  const mayChange = useCanUnlessImpersonating('admin.accounts.suspend')
  const activity = useActivityTab({ accountId: id })
  const [suspending, setSuspending] = useState<AdminAccount | null>(null)

  if (error && !account) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!account) return <DetailSkeleton blocks={[320]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Accounts', to: '/admin/accounts' }}
        name={account.name}
        id={account.id}
        status={<StatusPill state={account.status} />}
        actions={
          mayChange && (
            <RowMenu of={account.name}>
              <AdminAccountMenu account={account} onSuspend={setSuspending} />
            </RowMenu>
          )
        }
        facts={[
          ['Owner', account.owner ? `${account.owner.name} (${account.owner.email})` : 'None'],
          ['Users', formatCount(account.users_count)],
          [
            'Subdomain',
            <span key="s" className="mono">
              {account.subdomain}
            </span>,
          ],
          ['Created', <RelativeTime key="c" at={account.created_at} />],
          ['Updated', <RelativeTime key="u" at={account.updated_at} />],
        ]}
        tabs={[
          mayReadUsers && {
            name: 'members',
            label: 'Users',
            content: <AccountMembers id={id} />,
          },
          { name: 'usage', label: 'Usage', content: <Usage id={id} /> },
          activity,
        ]}
      />
      <Suspense>
        {suspending && <SuspendAccount account={suspending} onClose={() => setSuspending(null)} />}
      </Suspense>
    </>
  )
}

function Usage({ id }: { id: string }) {
  const mayRead = useCan('accounts.read')
  return (
    <Stack gap="lg" maw={640}>
      <PageSections />
      {mayRead && (
        <SettingsSection title="Limits" description="Current usage against the account’s limits.">
          <LimitUsage accountId={id} />
        </SettingsSection>
      )}
    </Stack>
  )
}
