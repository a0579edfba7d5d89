import { Anchor, Button, Menu } from '@mantine/core'
import { IconArchive, IconPlus, IconSailboat, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useLiveBoats } from './live'
import { type Boat, boatsQuery, deleteBoat, retireBoat } from './queries'

const NewBoat = lazy(() => import('./NewBoat'))

const columns: Column<Boat>[] = [
  { key: 'name', label: 'Name', sort: 'name', cell: (boat) => <BoatLink boat={boat} /> },
  { key: 'status', label: 'Status', cell: (boat) => <StatusPill state={boat.status} /> },
  { key: 'painted_at', label: 'Painted', cell: (boat) => <RelativeTime at={boat.painted_at} /> },
  {
    key: 'created_at',
    label: 'Added',
    sort: 'created_at',
    cell: (boat) => <RelativeTime at={boat.created_at} />,
  },
]

const filters = { status: choiceFilter('Status', stateOptions('active', 'retired')) }
const sorting = { by: ['name', 'created_at'], first: '-created_at' } as const

export function BoatsPage() {
  const state = useListState(filters, sorting)
  const boats = useQuery(boatsQuery(state.query))
  const can = {
    create: useCan('boats.create'),
    update: useCan('boats.update'),
    delete: useCanUnlessImpersonating('boats.delete'),
  }
  const drawer = useNewDrawer()
  const [deleting, setDeleting] = useState<Boat | null>(null)
  useLiveBoats()
  const add = can.create && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Add boat
    </Button>
  )
  return (
    <>
      <ListPage
        title="Boats"
        plural="boats"
        state={state}
        query={boats}
        columns={columns}
        nameOf={(boat) => boat.name}
        primary={add}
        empty={{
          icon: <IconSailboat size={28} />,
          sentence: 'No boats yet. A new boat is painted within seconds.',
          action: add,
        }}
        {...((can.update || can.delete) && {
          menu: (boat: Boat) => (
            <>
              {can.update && boat.status === 'active' && (
                <Menu.Item leftSection={<IconArchive size={15} />} onClick={() => retire(boat)}>
                  Retire
                </Menu.Item>
              )}
              {can.delete && (
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={15} />}
                  onClick={() => setDeleting(boat)}
                >
                  Delete
                </Menu.Item>
              )}
            </>
          ),
        })}
      />
      <Suspense>{drawer.opened && can.create && <NewBoat onClose={drawer.close} />}</Suspense>
      {deleting && (
        <ConfirmDanger
          title={`Delete ${deleting.name}?`}
          actionLabel="Delete boat"
          onConfirm={() => deleteBoat(deleting)}
          onDone={() => {
            toast.done(`${deleting.name} was deleted.`)
            setDeleting(null)
          }}
          onClose={() => setDeleting(null)}
        >
          This cannot be undone.
        </ConfirmDanger>
      )}
    </>
  )
}

function BoatLink({ boat: { id, name } }: { boat: Boat }) {
  return (
    <Anchor inherit renderRoot={(props) => <Link to="/boats/$id" params={{ id }} {...props} />}>
      {name}
    </Anchor>
  )
}

function retire(boat: Boat) {
  void retireBoat(boat).then(() => toast.done(`${boat.name} was retired.`), toast.failed)
}
