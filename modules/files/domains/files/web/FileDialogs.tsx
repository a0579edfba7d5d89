import { lazy, Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import type { FileAction } from './FileMenu'
import { changeFile, deleteFile, type FileRow } from './queries'

const EditFile = lazy(() => import('./EditFile'))

type Props = { action: FileAction | null; onClose: () => void }

/** The dialog of an action, if it asks something. */
export function FileDialogs({ action, onClose }: Props) {
  if (!action) return null
  const { kind, file } = action
  if (kind === 'edit') {
    return (
      <Suspense>
        <EditFile file={file} onClose={onClose} />
      </Suspense>
    )
  }
  const { title, actionLabel, text, run, done } = questions[kind](file)
  return (
    <ConfirmDanger
      title={title}
      actionLabel={actionLabel}
      onConfirm={run}
      onDone={() => {
        toast.done(done)
        onClose()
      }}
      onClose={onClose}
    >
      {text}
    </ConfirmDanger>
  )
}

const questions = {
  publish: ({ id, filename }: FileRow) => ({
    title: `Make ${filename} public?`,
    actionLabel: 'Make public',
    text: 'Everyone who has its address can read it. Browsers and caches may keep it for up to a year, even if you make it private again.',
    run: () => changeFile(id, { visibility: 'public' }),
    done: `${filename} is public.`,
  }),
  delete: ({ id, filename }: FileRow) => ({
    title: `Move ${filename} to the trash?`,
    actionLabel: 'Move to trash',
    text: 'Its links end at once. You can restore it for 30 days; then it is deleted.',
    run: () => deleteFile(id, false),
    done: `${filename} is in the trash.`,
  }),
  purge: ({ id, filename }: FileRow) => ({
    title: `Delete ${filename} permanently?`,
    actionLabel: 'Delete permanently',
    text: 'This cannot be undone.',
    run: () => deleteFile(id, true),
    done: `${filename} was deleted.`,
  }),
}
