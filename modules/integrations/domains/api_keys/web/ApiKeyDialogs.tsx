import { lazy, Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { type ApiKey, deleteApiKey, toggle } from './queries'

const EditApiKey = lazy(() => import('./EditApiKey'))
const Regenerate = lazy(() => import('./Regenerate'))

/** What somebody is about to do to a key. */
export type ApiKeyDialog = { what: 'edit' | 'regenerate' | 'revoke' | 'delete'; apiKey: ApiKey }

type Props = { doing: ApiKeyDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog of whatever was chosen for a key, in the list and on its own page. */
export function ApiKeyDialogs({ doing, onClose, onDeleted }: Props) {
  if (!doing) return null
  const { what, apiKey } = doing
  return (
    <Suspense>
      {what === 'edit' && <EditApiKey apiKey={apiKey} onClose={onClose} />}
      {what === 'regenerate' && <Regenerate apiKey={apiKey} onClose={onClose} />}
      {what === 'revoke' && (
        <ConfirmDanger
          title={`Revoke ${apiKey.name}?`}
          verb="Revoke key"
          act={() => toggle(apiKey)}
          onDone={() => {
            toast.done(`${apiKey.name} was revoked.`)
            onClose()
          }}
          onClose={onClose}
        >
          Programs that use it are refused from now on. You can activate it again later.
        </ConfirmDanger>
      )}
      {what === 'delete' && (
        <ConfirmDanger
          title={`Delete ${apiKey.name}?`}
          verb="Delete key"
          typed={apiKey.name}
          act={() => deleteApiKey(apiKey)}
          onDone={() => {
            toast.done(`${apiKey.name} was deleted.`)
            onDeleted()
          }}
          onClose={onClose}
        >
          Programs that use it are refused at once, and its usage is lost. This cannot be undone.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
