import { Alert, Anchor, Button } from '@mantine/core'
import type { LinkProps } from '@tanstack/react-router'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react'
import { useCanUnlessImpersonating } from '../../session'
import { ConfirmDanger } from '../ConfirmDanger'
import { DetailPage } from '../DetailPage'
import type { Fact } from '../FactList'
import { formatCount, formatNoun } from '../format'
import { RowMenu } from '../list/RowMenu'
import { RelativeTime } from '../RelativeTime'
import { StatusPill } from '../StatusPill'
import { toast } from '../toast'
import { useActivityTab } from '../useActivityTab'
import type { EditorKind, WorkingDocument } from './editorKind'
import { PreviewFrame } from './PreviewFrame'
import { useLiveDocument } from './useLiveDocument'

const History = lazy(() => import('./History'))
const Publish = lazy(() => import('./Publish'))
const SharePreview = lazy(() => import('./SharePreview'))

/** The dialogs that the menu of a document opens. */
export type DocumentDialog = 'share' | 'delete'

type Props<D extends WorkingDocument> = {
  kind: EditorKind<D>
  document: D
  parent: { label: string; to: NonNullable<LinkProps['to']> }
  state: string
  /** Facts besides those that every document has. */
  facts?: Fact[]
  menu: (open: (dialog: DocumentDialog) => void) => ReactNode
  editor: (props: {
    onDirty: (dirty: boolean) => void
    saving: RefObject<(() => void) | null>
  }) => ReactNode
  remove: () => Promise<unknown>
  /** What is deleted with it. */
  removes: string
}

/** A document with its editor, history and activity, and the actions on it. */
export function DocumentDetail<D extends WorkingDocument>(props: Props<D>) {
  const { kind, document, parent, state, facts = [], menu, editor, remove, removes } = props
  const { id, title } = document
  const mayUpdate = useCanUnlessImpersonating(kind.permissions.update)
  const mayPublish = useCanUnlessImpersonating(kind.permissions.publish)
  const activity = useActivityTab({ resource: { type: kind.record, id } })
  const [unsaved, setUnsaved] = useState(false)
  const [dialog, setDialog] = useState<DocumentDialog | 'publish' | null>(null)
  const saving = useRef<(() => void) | null>(null)
  const others = useLiveDocument(kind, id, unsaved)
  const navigate = useNavigate()
  const close = () => setDialog(null)
  const publish = () => {
    if (unsaved) saving.current?.()
    setDialog('publish')
  }
  const edit = mayUpdate ? (
    editor({ onDirty: setUnsaved, saving })
  ) : (
    <PreviewFrame kind={kind} content={document.content} />
  )
  return (
    <>
      <DetailPage
        parent={parent}
        name={title}
        id={id}
        status={<StatusPill state={state} />}
        actions={
          <>
            {mayPublish && (
              <Button onClick={publish} disabled={document.taken_down_at !== null}>
                {document.status === 'published' ? 'Publish changes' : 'Publish'}
              </Button>
            )}
            <RowMenu of={`this ${kind.noun}`}>{menu(setDialog)}</RowMenu>
          </>
        }
        facts={[...factsOf(kind, document), ...facts]}
        notice={<Notices noun={kind.noun} document={document} others={others} />}
        tabs={[
          { name: 'edit', label: mayUpdate ? 'Edit' : 'Preview', content: edit },
          {
            name: 'history',
            label: 'History',
            content: <History kind={kind} document={document} />,
          },
          activity,
        ]}
      />
      <Suspense>
        {dialog === 'publish' && (
          <Publish kind={kind} document={document} unsaved={unsaved} onClose={close} />
        )}
        {dialog === 'share' && <SharePreview kind={kind} id={id} onClose={close} />}
        {dialog === 'delete' && (
          <ConfirmDanger
            title={`Delete ${title}?`}
            actionLabel={`Delete ${kind.noun}`}
            onConfirm={remove}
            onDone={() => {
              toast.done(`${title} was deleted.`)
              void navigate({ to: parent.to })
            }}
            onClose={close}
          >
            {removes}
          </ConfirmDanger>
        )}
      </Suspense>
    </>
  )
}

type NoticesProps = { noun: string; document: WorkingDocument; others: string[] }

function Notices({ noun, document, others }: NoticesProps) {
  return (
    <>
      {document.taken_down_at && (
        <Alert color="red" title={`An administrator took this ${noun} down`}>
          {document.taken_down_reason}. It cannot be published.
        </Alert>
      )}
      {others.length > 0 && (
        <Alert color="yellow" role="status">
          {others.join(' and ')} {others.length === 1 ? 'is' : 'are'} editing this {noun} too.
        </Alert>
      )}
    </>
  )
}

function factsOf({ address }: { address: string }, document: WorkingDocument): Fact[] {
  const { url, slug, version, scheduled_for, unpublish_at } = document
  const time = (label: string, at: string): Fact => [label, <RelativeTime key={label} at={at} />]
  return [
    ['Address', url ? <PublicLink key="u" url={url} /> : `${address}${slug}`],
    ['Version', document.has_unpublished_changes ? `${version}, not published` : version],
    ['Published', <RelativeTime key="p" at={document.published_at} />],
    ...(scheduled_for ? [time('Will be published', scheduled_for)] : []),
    ...(unpublish_at ? [time('Will be unpublished', unpublish_at)] : []),
    ['Words', formatCount(document.word_count)],
    ['Reading time', formatNoun(document.estimated_read_time, 'minute')],
    ['Author', document.author?.name ?? '–'],
    ['Created', <RelativeTime key="c" at={document.created_at} />],
  ]
}

function PublicLink({ url }: { url: string }) {
  return (
    <Anchor inherit href={url} target="_blank" rel="noopener">
      {new URL(url).pathname}
    </Anchor>
  )
}
