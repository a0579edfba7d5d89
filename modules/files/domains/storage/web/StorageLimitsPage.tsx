import { Menu } from '@mantine/core'
import { IconDatabase, IconGauge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { formatBytes } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { type AccountStorage, accountStorageQuery } from './queries'

const StorageLimitForm = lazy(() => import('./StorageLimitForm'))

const columns: Column<AccountStorage>[] = [
  {
    key: 'used',
    label: 'Used',
    numeric: true,
    sort: 'used_bytes',
    fact: 'labelled',
    cell: ({ used_bytes }) => formatBytes(used_bytes),
  },
  {
    key: 'limit',
    label: 'Limit',
    numeric: true,
    fact: 'labelled',
    cell: ({ limit_bytes }) => (limit_bytes === null ? 'Default' : formatBytes(limit_bytes)),
  },
  {
    key: 'reserved',
    label: 'Reserved',
    numeric: true,
    optional: true,
    cell: ({ reserved_bytes }) => formatBytes(reserved_bytes),
  },
]

const sorting = { by: ['used_bytes'], first: '-used_bytes' } as const

/** The space that the files of every account use on the storage of the operator. */
export function StorageLimitsPage() {
  const state = useListState({}, sorting)
  const accounts = useQuery(accountStorageQuery(state.query))
  const isLinked = useCan('admin.accounts.read')
  const mayChange = useCanUnlessImpersonating('admin.storage.update')
  const [changing, setChanging] = useState<AccountStorage | null>(null)
  const name: Column<AccountStorage> = {
    key: 'name',
    label: 'Account',
    cell: (account) => (isLinked ? <AccountLink account={account} fw={500} /> : account.name),
  }
  return (
    <>
      <ListPage
        title="Storage limits"
        plural="accounts"
        state={state}
        query={accounts}
        columns={[name, ...columns]}
        nameOf={(account) => account.name}
        empty={{
          icon: <IconDatabase size={28} />,
          sentence: 'No account has uploaded a file yet.',
        }}
        csv={(account) => ({
          name: account.name,
          used_bytes: String(account.used_bytes),
          limit_bytes: account.limit_bytes === null ? '' : String(account.limit_bytes),
        })}
        {...(mayChange && {
          menu: (account: AccountStorage) => (
            <Menu.Item leftSection={<IconGauge size={15} />} onClick={() => setChanging(account)}>
              Change limit
            </Menu.Item>
          ),
        })}
      />
      <Suspense>
        {changing && <StorageLimitForm account={changing} onClose={() => setChanging(null)} />}
      </Suspense>
    </>
  )
}
