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
      reasonHelp="Optional. Recorded in its activities and in the audit log."
      onConfirm={(reason) => suspendWorker(worker.id, reason)}
      onClose={onClose}
    >
      The worker leases no jobs until it is activated again. Its running jobs are released to other
      workers immediately.
    </ConfirmSuspend>
  )
}
