import { useSyncExternalStore } from 'react'
import { ConfirmDanger } from './ConfirmDanger'

let answer: ((discard: boolean) => void) | null = null
const listeners = new Set<() => void>()

function set(next: typeof answer) {
  answer = next
  for (const listener of listeners) listener()
}

/** Asks in a dialog whether to discard unsaved changes. */
export const confirmDiscard = () => new Promise<boolean>((resolve) => set(resolve))

/** Whether the dialog is open. Escape then closes only the dialog, not the drawer below it. */
export const useIsDiscardOpen = () => useSyncExternalStore(subscribe, () => answer !== null)

/** The dialog of `confirmDiscard`. Rendered once, by the shell. */
export function DiscardDialog() {
  if (!useIsDiscardOpen()) return null
  const close = (discard: boolean) => {
    answer?.(discard)
    set(null)
  }
  return (
    <ConfirmDanger
      title="Discard your changes?"
      actionLabel="Discard changes"
      cancelLabel="Keep editing"
      onConfirm={async () => {}}
      onDone={() => close(true)}
      onClose={() => close(false)}
    >
      Your changes have not been saved.
    </ConfirmDanger>
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
