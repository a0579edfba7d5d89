import { Anchor, Button } from '@mantine/core'
import { IconFolder, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type RefObject, Suspense, useRef, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { formatBytes, formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { FileDialogs } from './FileDialogs'
import { FileIcon } from './FileIcon'
import { type FileAction, FileMenu } from './FileMenu'
import classes from './files.module.css'
import { useLiveFiles } from './live'
import { type FileRow, filesQuery, fileTagsQuery } from './queries'
import { fileState } from './states'
import { Uploads } from './Uploads'
import { addUploads } from './uploads'
import { useDrop } from './useDrop'

const FileDrawer = lazy(() => import('./FileDrawer'))

const columns = (open: (id: string) => void): Column<FileRow>[] => [
  {
    key: 'filename',
    label: 'Name',
    sort: 'filename',
    cell: ({ id, filename, file_type, urls }) => (
      <span className={classes.file}>
        <FileIcon type={file_type} thumbnail={urls.signed_thumbnail} />
        <Anchor
          inherit
          component="button"
          type="button"
          fw={500}
          ta="left"
          onClick={() => open(id)}
        >
          {filename}
        </Anchor>
      </span>
    ),
  },
  { key: 'status', label: 'Access', cell: (file) => <StatusPill state={fileState(file)} /> },
  {
    key: 'tags',
    label: 'Tags',
    optional: true,
    cell: ({ tags }) => tags.map(({ name }) => name).join(', ') || '–',
  },
  { key: 'type', label: 'Type', optional: true, cell: ({ content_type }) => content_type },
  {
    key: 'file_size',
    label: 'Size',
    sort: 'file_size',
    numeric: true,
    fact: 'value',
    cell: ({ file_size }) => formatBytes(file_size),
  },
  {
    key: 'downloads',
    label: 'Downloads',
    numeric: true,
    cell: ({ download_count }) => formatCount(download_count),
  },
  { key: 'uploaded_by', label: 'Uploaded by', cell: ({ uploaded_by }) => uploaded_by?.name ?? '–' },
  {
    key: 'created_at',
    label: 'Uploaded',
    sort: 'created_at',
    fact: 'value',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const filters = {
  file_type: choiceFilter(
    'Kind',
    stateOptions('image', 'document', 'video', 'audio', 'archive', 'code', 'data', 'other'),
  ),
  visibility: choiceFilter('Access', stateOptions('private', 'public')),
  deleted: choiceFilter('Place', [{ value: 'true', label: 'Trash' }]),
}
const sorting = { by: ['filename', 'file_size', 'created_at'], first: '-created_at' } as const

/** Files of the account; the drawer of one is in the URL, so that links open it. */
export function FilesPage() {
  const tags = useQuery(fileTagsQuery).data
  const options = tags?.map(({ name }) => ({ value: name, label: name })) ?? null
  const state = useListState({ ...filters, tags: choiceFilter('Tag', options) }, sorting)
  const { deleted, ...query } = state.query
  const files = useQuery(filesQuery({ ...query, deleted: deleted === 'true' }))
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const mayUpload = useCanUnlessImpersonating('files.create')
  const mayUpdate = useCanUnlessImpersonating('files.update')
  const mayDelete = useCanUnlessImpersonating('files.delete')
  const mayChange = mayUpdate || mayDelete
  const [action, setAction] = useState<FileAction | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const dropping = useDrop(mayUpload, addUploads)
  useLiveFiles()
  const select = (file: string | undefined) =>
    void navigate({ to: '.', search: { ...search, file }, replace: true, resetScroll: false })
  const choose = () => input.current?.click()
  const add = mayUpload && (
    <Button leftSection={<IconUpload size={15} />} onClick={choose}>
      Upload files
    </Button>
  )
  return (
    <div className={dropping ? `${classes.page} ${classes.dropping}` : classes.page}>
      <ListPage
        title="Files"
        plural="files"
        state={state}
        query={files}
        columns={columns(select)}
        nameOf={({ filename }) => filename}
        primary={add}
        figures={<Uploads onChoose={choose} />}
        {...(mayChange && {
          menu: (file: FileRow) => (
            <FileMenu file={file} onChoose={(kind) => setAction({ kind, file })} />
          ),
        })}
        empty={{
          icon: <IconFolder size={28} />,
          sentence:
            'Drop files anywhere on this page or choose them. Only users of this account can read them, until you make one public.',
          action: add,
        }}
      />
      {mayUpload && <FileInput input={input} />}
      <FileDialogs action={action} onClose={() => setAction(null)} />
      <Suspense>
        {search.file && <FileDrawer id={search.file} onClose={() => select(undefined)} />}
      </Suspense>
    </div>
  )
}

/** What the buttons of the page open. */
function FileInput({ input }: { input: RefObject<HTMLInputElement | null> }) {
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      aria-label="Files to upload"
      onChange={({ currentTarget }) => {
        addUploads(currentTarget.files ?? [])
        currentTarget.value = ''
      }}
    />
  )
}
