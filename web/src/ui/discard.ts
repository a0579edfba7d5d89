import { useSyncExternalStore } from 'react'

let answer: ((discard: boolean) => void) | null = null
const listeners = new Set<() => void>()

function set(next: typeof answer) {
  answer = next
  for (const listener of listeners) listener()
}

/** Asks in a dialog whether to discard unsaved changes. */
export const confirmDiscard = () => new Promise<boolean>((resolve) => set(resolve))

/** Closes the dialog. */
export function answerDiscard(discard: boolean) {
  answer?.(discard)
  set(null)
}

/** Whether the dialog is open. Escape then closes only the dialog, not the drawer below it. */
export const useIsDiscardOpen = () => useSyncExternalStore(subscribe, () => answer !== null)

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
