import { Menu, NumberInput } from '@mantine/core'
import { IconDatabase, IconGauge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { formatBytes } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { toast } from '~/ui/toast'
import { type AccountStorage, accountStorageQuery, GIGABYTE, limitAccountStorage } from './queries'

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
      {changing && <ChangeLimit account={changing} onClose={() => setChanging(null)} />}
    </>
  )
}

function ChangeLimit({ account, onClose }: { account: AccountStorage; onClose: () => void }) {
  const { id, name, limit_bytes } = account
  const edit = useApiForm<{ limit_bytes: number | '' }, void>({
    initialValues: { limit_bytes: limit_bytes === null ? '' : limit_bytes / GIGABYTE },
    submit: (values) => limitAccountStorage(id, values.limit_bytes),
    onDone: () => {
      toast.done(`The limit of ${name} was changed.`)
      onClose()
    },
  })
  return (
    <FormDrawer title={`Limit of ${name}`} actionLabel="Save changes" api={edit} onClose={onClose}>
      <NumberInput
        label="Limit"
        description="In GB, over all its storages but those with a bucket of its own. Empty: the limit of the server settings. What is stored stays, even if it is more."
        min={0}
        thousandSeparator=","
        hideControls
        data-autofocus
        {...edit.form.getInputProps('limit_bytes')}
      />
    </FormDrawer>
  )
}
