import { Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { ChangeToken, EditWorker, SuspendWorker, type WorkerDialog } from './dialogs'
import { deleteWorker } from './queries'

type Props = { doing: WorkerDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog of whatever was chosen for a worker, in the list and on its own page. */
export function WorkerDialogs({ doing, onClose, onDeleted }: Props) {
  if (!doing) return null
  const { what, worker } = doing
  return (
    <Suspense>
      {what === 'edit' && <EditWorker worker={worker} onClose={onClose} />}
      {what === 'suspend' && <SuspendWorker worker={worker} onClose={onClose} />}
      {what === 'token' && <ChangeToken worker={worker} onClose={onClose} />}
      {what === 'delete' && (
        <ConfirmDanger
          title={`Delete ${worker.name}?`}
          verb="Delete worker"
          typed={worker.name}
          act={() => deleteWorker(worker.id)}
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
