import { Alert, Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatCount, formatNoun } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { Editor } from './Editor'
import { useLivePage } from './live'
import { type PageDialog, PageMenu } from './PageMenu'
import { PreviewFrame } from './PreviewFrame'
import { deletePage, type PageDetail, pageQuery } from './queries'
import { pageState } from './states'

const History = lazy(() => import('./History'))
const Publish = lazy(() => import('./Publish'))
const SharePreview = lazy(() => import('./SharePreview'))

export function PagePage() {
  const id = useParam('id')
  const { data: page, error, refetch } = useQuery(pageQuery(id))
  const mayUpdate = useCanUnlessImpersonating('pages.update')
  const mayPublish = useCanUnlessImpersonating('pages.publish')
  const activity = useActivityTab({ resource: { type: 'page', id } })
  const [unsaved, setUnsaved] = useState(false)
  const [dialog, setDialog] = useState<PageDialog | null>(null)
  const saving = useRef<(() => void) | null>(null)
  const others = useLivePage(page ? id : null, unsaved)

  if (error && !page) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!page) return <DetailSkeleton blocks={[180, 420]} />
  const edit = mayUpdate ? (
    <Editor key={id} page={page} onDirty={setUnsaved} saving={saving} />
  ) : (
    <PreviewFrame content={page.content} />
  )
  const publish = () => {
    if (unsaved) saving.current?.()
    setDialog('publish')
  }
  return (
    <>
      <DetailPage
        parent={{ label: 'Pages', to: '/pages' }}
        name={page.title}
        id={page.id}
        status={<StatusPill state={pageState(page)} />}
        actions={
          <>
            {mayPublish && (
              <Button onClick={publish} disabled={page.taken_down_at !== null}>
                {page.status === 'published' ? 'Publish changes' : 'Publish'}
              </Button>
            )}
            <RowMenu of="this page">
              <PageMenu page={page} onChoose={setDialog} />
            </RowMenu>
          </>
        }
        facts={facts(page)}
        notice={<Notices page={page} others={others} />}
        tabs={[
          { name: 'edit', label: mayUpdate ? 'Edit' : 'Preview', content: edit },
          { name: 'history', label: 'History', content: <History page={page} /> },
          activity,
        ]}
      />
      <Dialogs page={page} dialog={dialog} unsaved={unsaved} onClose={() => setDialog(null)} />
    </>
  )
}

function Notices({ page, others }: { page: PageDetail; others: string[] }) {
  return (
    <>
      {page.taken_down_at && (
        <Alert color="red" title="An administrator took this page down">
          {page.taken_down_reason}. It cannot be published.
        </Alert>
      )}
      {others.length > 0 && (
        <Alert color="yellow" role="status">
          {others.join(' and ')} {others.length === 1 ? 'is' : 'are'} editing this page too.
        </Alert>
      )}
    </>
  )
}

function facts(page: PageDetail): Fact[] {
  return [
    ['Address', page.url ? <PublicLink key="u" url={page.url} /> : `/p/${page.slug}`],
    ['Version', page.has_unpublished_changes ? `${page.version}, not published` : page.version],
    ['Published', <RelativeTime key="p" at={page.published_at} />],
    ...(page.scheduled_for
      ? [['Will be published', <RelativeTime key="s" at={page.scheduled_for} />] satisfies Fact]
      : []),
    ...(page.unpublish_at
      ? [['Will be unpublished', <RelativeTime key="e" at={page.unpublish_at} />] satisfies Fact]
      : []),
    ['Words', formatCount(page.word_count)],
    ['Reading time', formatNoun(page.estimated_read_time, 'minute')],
    ['Author', page.author?.name ?? '–'],
    ['Created', <RelativeTime key="c" at={page.created_at} />],
  ]
}

function PublicLink({ url }: { url: string }) {
  return (
    <Anchor inherit href={url} target="_blank" rel="noopener">
      {new URL(url).pathname}
    </Anchor>
  )
}

type DialogsProps = {
  page: PageDetail
  dialog: PageDialog | null
  unsaved: boolean
  onClose: () => void
}

function Dialogs({ page, dialog, unsaved, onClose }: DialogsProps) {
  const navigate = useNavigate()
  return (
    <Suspense>
      {dialog === 'publish' && <Publish page={page} unsaved={unsaved} onClose={onClose} />}
      {dialog === 'share' && <SharePreview id={page.id} onClose={onClose} />}
      {dialog === 'delete' && (
        <ConfirmDanger
          title={`Delete ${page.title}?`}
          actionLabel="Delete page"
          onConfirm={() => deletePage(page.id)}
          onDone={() => {
            toast.done(`${page.title} was deleted.`)
            void navigate({ to: '/pages' })
          }}
          onClose={onClose}
        >
          Its versions are deleted too, and visitors no longer find it. This cannot be undone.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
