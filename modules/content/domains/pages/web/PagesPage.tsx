import { Anchor, Button } from '@mantine/core'
import { IconArticle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type PageRow, pagesQuery } from './queries'
import { pageState } from './states'

const NewPage = lazy(() => import('./NewPage'))

const columns: Column<PageRow>[] = [
  {
    key: 'title',
    label: 'Title',
    sort: 'title',
    cell: ({ id, title }) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/pages/$id" params={{ id }} {...props} />}
      >
        {title}
      </Anchor>
    ),
  },
  { key: 'status', label: 'Status', cell: (page) => <StatusPill state={pageState(page)} /> },
  {
    key: 'changes',
    label: 'Changes',
    cell: ({ has_unpublished_changes: changed }) => (changed ? 'Not published yet' : '–'),
  },
  { key: 'address', label: 'Address', cell: ({ slug }) => `/p/${slug}` },
  { key: 'author', label: 'Author', cell: ({ author }) => author?.name ?? '–' },
  {
    key: 'words',
    label: 'Words',
    numeric: true,
    optional: true,
    cell: ({ word_count }) => formatCount(word_count),
  },
  {
    key: 'published_at',
    label: 'Published',
    sort: 'published_at',
    fact: 'labelled',
    cell: ({ published_at }) => <RelativeTime at={published_at} />,
  },
  {
    key: 'updated_at',
    label: 'Saved',
    sort: 'updated_at',
    fact: 'labelled',
    cell: ({ updated_at }) => <RelativeTime at={updated_at} />,
  },
]

const filters = { status: choiceFilter('Status', stateOptions('draft', 'published')) }
const sorting = {
  by: ['title', 'created_at', 'updated_at', 'published_at'],
  first: '-created_at',
} as const

export function PagesPage() {
  const state = useListState(filters, sorting)
  const pages = useQuery(pagesQuery(state.query))
  const navigate = useNavigate()
  const mayCreate = useCanUnlessImpersonating('pages.create')
  const drawer = useNewDrawer()
  const add = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Write page
    </Button>
  )
  return (
    <>
      <ListPage
        title="Pages"
        plural="pages"
        state={state}
        query={pages}
        columns={columns}
        nameOf={({ title }) => title}
        primary={add}
        empty={{
          icon: <IconArticle size={28} />,
          sentence:
            'Pages are public once you publish them. Until then, only your account sees them.',
          action: add,
        }}
      />
      <Suspense>
        {drawer.opened && mayCreate && (
          <NewPage
            onClose={drawer.close}
            onCreated={(id) => void navigate({ to: '/pages/$id', params: { id } })}
          />
        )}
      </Suspense>
    </>
  )
}
