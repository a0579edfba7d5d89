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
      reasonHelp="Optional. Recorded in the worker’s activity and the audit log."
      onConfirm={(reason) => suspendWorker(worker.id, reason)}
      onClose={onClose}
    >
      The worker takes no jobs until you activate it again. Its running jobs go to other workers
      immediately.
    </ConfirmSuspend>
  )
}
