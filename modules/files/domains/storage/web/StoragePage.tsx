import { Button, Menu } from '@mantine/core'
import { IconDatabase, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatBytes, formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { UsageBar } from '~/ui/UsageBar'
import {
  deleteStorage,
  makeStorageDefault,
  providerNames,
  type Storage,
  storagesQuery,
  storageUsageQuery,
  testStorage,
} from './queries'
import { storageState } from './states'

const StorageForm = lazy(() => import('./StorageForm'))

const columns: Column<Storage>[] = [
  { key: 'name', label: 'Name', sort: 'name', cell: ({ name }) => name },
  {
    key: 'status',
    label: 'Status',
    cell: (storage) => <StatusPill state={storageState(storage)} />,
  },
  {
    key: 'type',
    label: 'Type',
    cell: ({ provider_type, configuration: { bucket } }) =>
      bucket ? `${providerNames[provider_type]}, ${bucket}` : providerNames[provider_type],
  },
  {
    key: 'default',
    label: 'New files',
    cell: ({ is_default }) => (is_default ? 'Kept here' : '–'),
  },
  {
    key: 'used',
    label: 'Used',
    numeric: true,
    fact: 'labelled',
    cell: ({ used_bytes, quota_bytes }) =>
      quota_bytes === null
        ? formatBytes(used_bytes)
        : `${formatBytes(used_bytes)} of ${formatBytes(quota_bytes)}`,
  },
  {
    key: 'files',
    label: 'Files',
    numeric: true,
    cell: ({ files_count }) => formatCount(files_count),
  },
  {
    key: 'max_file',
    label: 'Largest file',
    numeric: true,
    optional: true,
    cell: ({ max_file_bytes }) => formatBytes(max_file_bytes),
  },
  {
    key: 'tested',
    label: 'Last test',
    cell: ({ last_tested_at, last_checked_at, problem }) =>
      problem ?? <RelativeTime at={latest(last_tested_at, last_checked_at)} />,
  },
  {
    key: 'created_at',
    label: 'Added',
    sort: 'created_at',
    optional: true,
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('active', 'inactive', 'maintenance', 'failed')),
}
const sorting = { by: ['name', 'created_at'], first: '-created_at' } as const

/** Where the files of the account are kept, and how much space they use. */
export function StoragePage() {
  const state = useListState(filters, sorting)
  const storages = useQuery(storagesQuery(state.query))
  const drawer = useNewDrawer()
  const mayCreate = useCanUnlessImpersonating('storage.create')
  const mayUpdate = useCanUnlessImpersonating('storage.update')
  const mayDelete = useCanUnlessImpersonating('storage.delete')
  const mayChange = mayUpdate || mayDelete
  const [editing, setEditing] = useState<Storage | null>(null)
  const [deleting, setDeleting] = useState<Storage | null>(null)
  const add = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Add storage
    </Button>
  )
  return (
    <>
      <ListPage
        title="Storage"
        plural="storages"
        state={state}
        query={storages}
        columns={columns}
        nameOf={({ name }) => name}
        primary={add}
        figures={<Usage />}
        {...(mayChange && {
          menu: (storage: Storage) => (
            <StorageMenu storage={storage} onEdit={setEditing} onDelete={setDeleting} />
          ),
        })}
        empty={{
          icon: <IconDatabase size={28} />,
          sentence: 'Files are kept on the disk of this server, or in buckets that you add.',
          action: add,
        }}
      />
      <Suspense>
        {drawer.opened && mayCreate && <StorageForm storage={null} onClose={drawer.close} />}
        {editing && <StorageForm storage={editing} onClose={() => setEditing(null)} />}
      </Suspense>
      {deleting && (
        <ConfirmDanger
          title={`Delete ${deleting.name}?`}
          actionLabel="Delete storage"
          onConfirm={() => deleteStorage(deleting.id)}
          onDone={() => {
            toast.done(`${deleting.name} was deleted.`)
            setDeleting(null)
          }}
          onClose={() => setDeleting(null)}
        >
          Only a storage without files, also in the trash, can be deleted.
        </ConfirmDanger>
      )}
    </>
  )
}

/** The later of two times. */
const latest = (one: string | null, other: string | null) =>
  one && other ? (one > other ? one : other) : (one ?? other)

function Usage() {
  const { data: usage } = useQuery(storageUsageQuery)
  if (!usage) return null
  const { used_bytes: current, limit_bytes: limit } = usage
  return (
    <UsageBar
      label="Space of the account"
      usage={{ current, limit, unlimited: false }}
      format={formatBytes}
    />
  )
}

type MenuProps = {
  storage: Storage
  onEdit: (storage: Storage) => void
  onDelete: (storage: Storage) => void
}

function StorageMenu({ storage, onEdit, onDelete }: MenuProps) {
  const can = {
    update: useCanUnlessImpersonating('storage.update'),
    delete: useCanUnlessImpersonating('storage.delete'),
  }
  const { id, name, is_default, status } = storage
  const test = () =>
    void testStorage(id).then(({ message }) => toast.done(`${name}: ${message}.`), toast.failed)
  const choose = () =>
    void makeStorageDefault(id).then(
      () => toast.done(`New files are kept in ${name}.`),
      toast.failed,
    )
  return (
    <>
      {can.update && (
        <>
          <Menu.Item onClick={test}>Test</Menu.Item>
          <Menu.Item onClick={() => onEdit(storage)}>Edit</Menu.Item>
          {!is_default && status === 'active' && (
            <Menu.Item onClick={choose}>Keep new files here</Menu.Item>
          )}
        </>
      )}
      {can.delete && !is_default && (
        <Menu.Item color="red" onClick={() => onDelete(storage)}>
          Delete
        </Menu.Item>
      )}
    </>
  )
}
