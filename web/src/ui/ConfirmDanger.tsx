import { lazy, type ReactNode, Suspense } from 'react'

const ConfirmDialog = lazy(() => import('./ConfirmDialog'))

export type ConfirmProps = {
  title: string
  /** What will happen and whether it can be undone. */
  children: ReactNode
  verb: string
  /** For the irreversible: the person types this name before the button works. */
  typed?: string
  act: () => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/** Asks before something is lost. Loaded when it is needed first, as dialogs weigh more than pages. */
export function ConfirmDanger(props: ConfirmProps) {
  return (
    <Suspense>
      <ConfirmDialog {...props} />
    </Suspense>
  )
}
