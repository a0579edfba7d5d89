import { Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { ChangeToken, EditWorker, SuspendWorker, type WorkerDialog } from './dialogs'
import { deleteWorker } from './queries'

type Props = { dialog: WorkerDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog of whatever was chosen for a worker, in the list and on its own page. */
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
          Its token stops working at once, and the jobs it has in hand go to other workers. This
          cannot be undone.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
