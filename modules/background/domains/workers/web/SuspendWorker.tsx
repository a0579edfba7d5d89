import { ConfirmSuspend } from '~/ui/ConfirmSuspend'
import { suspendWorker, type Worker } from './queries'

export default function SuspendWorker({
  worker,
  onClose,
}: {
  worker: Worker
  onClose: () => void
}) {
  return (
    <ConfirmSuspend
      name={worker.name}
      reasonHelp="among its activities and in the audit log"
      onConfirm={(reason) => suspendWorker(worker.id, reason)}
      onClose={onClose}
    >
      It gets no work until somebody activates it again. The jobs it has in hand go to other workers
      at once.
    </ConfirmSuspend>
  )
}
