import { lazy, Suspense } from 'react'
import type { ConfirmProps } from './ConfirmDialog'

const ConfirmDialog = lazy(() => import('./ConfirmDialog'))

/** Asks for confirmation of a destructive action. Loaded on first use, as dialogs are larger than pages. */
export function ConfirmDanger(props: ConfirmProps) {
  return (
    <Suspense>
      <ConfirmDialog {...props} />
    </Suspense>
  )
}
