import { Anchor, Button } from '@mantine/core'
import { IconBook2, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { formatCount, formatPercent } from '~/ui/format'
import { KnowledgeBaseTabs } from '~/ui/KnowledgeBaseTabs'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type ArticleRow, articlesQuery, categoryChoicesQuery, tagsQuery } from './queries'
import { articleState } from './states'

const NewArticle = lazy(() => import('./NewArticle'))

const columns: Column<ArticleRow>[] = [
  {
    key: 'title',
    label: 'Title',
    sort: 'title',
    cell: ({ id, title }) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/kb_articles/$id" params={{ id }} {...props} />}
      >
        {title}
      </Anchor>
    ),
  },
  {
    key: 'status',
    label: 'Status',
    cell: (article) => <StatusPill state={articleState(article)} />,
  },
  { key: 'category', label: 'Category', fact: 'value', cell: ({ category }) => category.name },
  {
    key: 'changes',
    label: 'Changes',
    cell: ({ has_unpublished_changes: changed }) => (changed ? 'Not published yet' : '–'),
  },
  {
    key: 'visitors',
    label: 'Visitors',
    optional: true,
    cell: ({ url, is_public, status }) => visibilityOf({ url, is_public, status }),
  },
  {
    key: 'views',
    label: 'Views',
    sort: 'views_count',
    numeric: true,
    cell: ({ views_count }) => formatCount(views_count),
  },
  { key: 'helpful', label: 'Helpful', numeric: true, cell: helpfulShare },
  {
    key: 'comments',
    label: 'Comments',
    optional: true,
    numeric: true,
    cell: ({ comments_count }) => formatCount(comments_count),
  },
  { key: 'tags', label: 'Tags', optional: true, cell: ({ tags }) => tags.join(', ') || '–' },
  { key: 'author', label: 'Author', optional: true, cell: ({ author }) => author?.name ?? '–' },
  {
    key: 'published_at',
    label: 'Published',
    sort: 'published_at',
    optional: true,
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

function helpfulShare({ helpful_count: yes, unhelpful_count: no }: ArticleRow) {
  return formatPercent(yes + no === 0 ? null : (100 * yes) / (yes + no), 0)
}

function visibilityOf({
  url,
  is_public,
  status,
}: Pick<ArticleRow, 'url' | 'is_public' | 'status'>) {
  if (url) return 'Can read it'
  if (status !== 'published') return '–'
  return is_public ? 'Hidden by its category' : 'Hidden'
}

const sorting = {
  by: ['title', 'views_count', 'created_at', 'updated_at', 'published_at'],
  first: '-updated_at',
} as const

/** Articles of the account, drafts included. */
export function ArticlesPage() {
  const { data: categories } = useQuery(categoryChoicesQuery)
  const { data: tags } = useQuery(tagsQuery)
  const state = useListState(
    {
      status: choiceFilter('Status', stateOptions('draft', 'review', 'published', 'archived')),
      category_id: choiceFilter('Category', categories ?? null),
      tags: choiceFilter(
        'Tag',
        tags?.map(({ slug, name }) => ({ value: slug, label: name })) ?? null,
      ),
    },
    sorting,
  )
  const articles = useQuery(articlesQuery(state.query))
  const navigate = useNavigate()
  const mayCreate = useCanUnlessImpersonating('kb_articles.create')
  const drawer = useNewDrawer()
  const add = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Write article
    </Button>
  )
  return (
    <>
      <ListPage
        title="Knowledge base"
        plural="articles"
        state={state}
        query={articles}
        columns={columns}
        nameOf={({ title }) => title}
        primary={add}
        figures={<KnowledgeBaseTabs />}
        empty={{
          icon: <IconBook2 size={28} />,
          sentence:
            'Articles answer the questions of your users. Visitors read them once you publish them.',
          action: add,
        }}
      />
      <Suspense>
        {drawer.opened && mayCreate && (
          <NewArticle
            onClose={drawer.close}
            onCreated={(id) => void navigate({ to: '/kb_articles/$id', params: { id } })}
          />
        )}
      </Suspense>
    </>
  )
}
