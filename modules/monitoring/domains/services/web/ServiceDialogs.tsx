import { lazy, Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { deleteService, type Service } from './queries'

const EditService = lazy(async () => ({ default: (await import('./ServiceForm')).EditService }))

/** The dialog that is open, and the service it is for. */
export type ServiceDialog = { action: 'edit' | 'delete'; service: Service }

type Props = { dialog: ServiceDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog chosen from a service's menu, on the list and on the detail page. */
export function ServiceDialogs({ dialog, onClose, onDeleted }: Props) {
  if (!dialog) return null
  const { action, service } = dialog
  return (
    <Suspense>
      {action === 'edit' && <EditService service={service} onClose={onClose} />}
      {action === 'delete' && (
        <ConfirmDanger
          title={`Delete ${service.name}?`}
          actionLabel="Delete service"
          confirmText={service.name}
          onConfirm={() => deleteService(service.id)}
          onDone={() => {
            toast.done(`${service.name} was deleted.`)
            onDeleted()
          }}
          onClose={onClose}
        >
          Its checks, incidents and uptime history are deleted too. This cannot be undone. To stop
          checks temporarily, pause the service instead.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
