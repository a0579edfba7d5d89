import { Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { ChangeToken, EditWorker, SuspendWorker, type WorkerDialog } from './dialogs'
import { deleteWorker } from './queries'

type Props = { dialog: WorkerDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog chosen from a worker's menu, on the list and on the detail page. */
export function WorkerDialogs({ dialog, onClose, onDeleted }: Props) {
  if (!dialog) return null
  const { action, worker } = dialog
  return (
    <Suspense>
      {action === 'edit' && <EditWorker worker={worker} onClose={onClose} />}
      {action === 'suspend' && <SuspendWorker worker={worker} onClose={onClose} />}
      {action === 'token' && <ChangeToken worker={worker} onClose={onClose} />}
      {action === 'delete' && (
        <ConfirmDanger
          title={`Delete ${worker.name}?`}
          actionLabel="Delete worker"
          confirmText={worker.name}
          onConfirm={() => deleteWorker(worker.id)}
          onDone={() => {
            toast.done(`${worker.name} was deleted.`)
            onDeleted()
          }}
          onClose={onClose}
        >
          Its token stops working immediately, and its running jobs go to other workers. This cannot
          be undone.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
