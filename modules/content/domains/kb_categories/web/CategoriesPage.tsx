import { Button, EmptyState, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconFolders, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatCount } from '~/ui/format'
import { KnowledgeBaseTabs } from '~/ui/KnowledgeBaseTabs'
import { LearnMore } from '~/ui/LearnMore'
import { LoadError } from '~/ui/LoadError'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { toast } from '~/ui/toast'
import { usePageTitle } from '~/ui/usePageTitle'
import { CategoryTree } from './CategoryTree'
import classes from './kb_categories.module.css'
import { type CategoryNode, categoryTreeQuery, deleteCategory } from './queries'

const CategoryForm = lazy(() => import('./CategoryForm'))

/** Categories as a tree. The drawer of one is in the URL, so that links open it. */
export function CategoriesPage() {
  usePageTitle('Categories')
  const tree = useQuery(categoryTreeQuery)
  const drawer = useNewDrawer()
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const mayCreate = useCanUnlessImpersonating('kb_categories.create')
  const mayUpdate = useCanUnlessImpersonating('kb_categories.update')
  const [deleting, setDeleting] = useState<CategoryNode | null>(null)
  const select = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: { ...search, ...change }, replace: true })
  const { data: nodes, error } = tree
  const edited = nodes?.find(({ id }) => id === search.category)
  const add = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Create category
    </Button>
  )
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs" mih={30}>
        <Group gap="xs" align="baseline">
          <Title order={1}>Categories</Title>
          {nodes && (
            <Text component="span" c="dimmed">
              {formatCount(nodes.length)}
            </Text>
          )}
          <LearnMore />
        </Group>
        {nodes && nodes.length > 0 && add}
      </Group>
      <KnowledgeBaseTabs />
      {error && !nodes && <LoadError error={error} retry={() => void tree.refetch()} />}
      {!error && !nodes && <Skeleton height={240} aria-busy="true" />}
      {nodes?.length === 0 && (
        <EmptyState className={classes.empty} icon={<IconFolders size={28} />}>
          <EmptyState.Description>
            Every article is in a category. Create the first one, such as “Getting started”.
          </EmptyState.Description>
          <EmptyState.Actions>{add}</EmptyState.Actions>
        </EmptyState>
      )}
      {nodes && nodes.length > 0 && (
        <CategoryTree
          nodes={nodes}
          onEdit={({ id }) => select({ category: id })}
          onAddBelow={({ id }) => select({ new: '1', below: id })}
          onDelete={setDeleting}
        />
      )}
      <Suspense>
        {drawer.opened && mayCreate && (
          <CategoryForm
            category={null}
            nodes={nodes ?? []}
            parentId={search.below ?? ''}
            onClose={() => select({ new: undefined, below: undefined })}
          />
        )}
        {edited && mayUpdate && (
          <CategoryForm
            key={edited.id}
            category={edited}
            nodes={nodes ?? []}
            parentId={edited.parent_id ?? ''}
            onClose={() => select({ category: undefined })}
          />
        )}
      </Suspense>
      {deleting && (
        <ConfirmDanger
          title={`Delete ${deleting.name}?`}
          actionLabel="Delete category"
          onConfirm={() => deleteCategory(deleting.id)}
          onDone={() => {
            toast.done(`${deleting.name} was deleted.`)
            setDeleting(null)
          }}
          onClose={() => setDeleting(null)}
        >
          Only a category without articles and categories can be deleted.
        </ConfirmDanger>
      )}
    </Stack>
  )
}
