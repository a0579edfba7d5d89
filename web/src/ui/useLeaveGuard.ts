import { useBlocker } from '@tanstack/react-router'

/** Asks before a navigation, another tab of a detail page or a closed window discards unsaved changes. */
export function useLeaveGuard(dirty: boolean) {
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: ({ current, next }) =>
      placeOf(current) !== placeOf(next) && !window.confirm('Discard unsaved changes?'),
  })
}

const placeOf = ({ pathname, search }: { pathname: string; search: { tab?: string } }) =>
  `${pathname} ${search.tab ?? ''}`
