import { lazy, Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { type ApiKey, deleteApiKey, setStatus } from './queries'

const EditApiKey = lazy(() => import('./EditApiKey'))
const Regenerate = lazy(() => import('./Regenerate'))

/** The dialog that is open, and the key it is for. */
export type ApiKeyDialog = { action: 'edit' | 'regenerate' | 'revoke' | 'delete'; apiKey: ApiKey }

type Props = { dialog: ApiKeyDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog chosen from a key's menu, on the list and on the detail page. */
export function ApiKeyDialogs({ dialog, onClose, onDeleted }: Props) {
  if (!dialog) return null
  const { action, apiKey } = dialog
  return (
    <Suspense>
      {action === 'edit' && <EditApiKey apiKey={apiKey} onClose={onClose} />}
      {action === 'regenerate' && <Regenerate apiKey={apiKey} onClose={onClose} />}
      {action === 'revoke' && (
        <ConfirmDanger
          title={`Revoke ${apiKey.name}?`}
          actionLabel="Revoke key"
          onConfirm={() => setStatus(apiKey, 'revoked')}
          onDone={() => {
            toast.done(`${apiKey.name} was revoked.`)
            onClose()
          }}
          onClose={onClose}
        >
          Requests that use this key are rejected. You can activate it again later.
        </ConfirmDanger>
      )}
      {action === 'delete' && (
        <ConfirmDanger
          title={`Delete ${apiKey.name}?`}
          actionLabel="Delete key"
          confirmText={apiKey.name}
          onConfirm={() => deleteApiKey(apiKey)}
          onDone={() => {
            toast.done(`${apiKey.name} was deleted.`)
            onDeleted()
          }}
          onClose={onClose}
        >
          Requests that use this key are rejected immediately, and its usage history is deleted.
          This cannot be undone.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
