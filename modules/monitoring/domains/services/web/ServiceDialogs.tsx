import { lazy, Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { deleteService, type Service } from './queries'

const EditService = lazy(async () => ({ default: (await import('./ServiceForm')).EditService }))

/** What somebody is about to do to a service. */
export type ServiceDialog = { action: 'edit' | 'delete'; service: Service }

type Props = { dialog: ServiceDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog of whatever was chosen for a service, in the list and on its own page. */
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
          Its checks, incidents and uptime go with it. This cannot be undone; to stop checking it
          for a while, pause it.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
