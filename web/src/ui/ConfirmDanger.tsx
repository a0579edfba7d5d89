import { lazy, Suspense } from 'react'
import type { ConfirmProps } from './ConfirmDialog'

const ConfirmDialog = lazy(() => import('./ConfirmDialog'))

/** Asks before something is lost. Loaded when it is needed first, as dialogs weigh more than pages. */
export function ConfirmDanger(props: ConfirmProps) {
  return (
    <Suspense>
      <ConfirmDialog {...props} />
    </Suspense>
  )
}
