import { useBlocker } from '@tanstack/react-router'

/** Asks before a navigation or a closed tab discards unsaved changes. */
export function useLeaveGuard(dirty: boolean) {
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm('Discard unsaved changes?'),
  })
}
