import { useBlocker } from '@tanstack/react-router'

/** Asks before a navigation or a closed tab throws unsaved work away. */
export function useLeaveGuard(dirty: boolean) {
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm('Leave without saving?'),
  })
}
