import { useBlocker } from '@tanstack/react-router'
import { confirmDiscard } from './discard'

/** Asks before a navigation or a closed tab discards unsaved changes. */
export function useLeaveGuard(dirty: boolean) {
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await confirmDiscard()),
  })
}
