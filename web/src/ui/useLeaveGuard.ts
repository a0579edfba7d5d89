import { useBlocker } from '@tanstack/react-router'
import { confirmDiscard } from './discard'

/** Asks before a navigation, another tab of a detail page or a closed window discards unsaved changes. */
export function useLeaveGuard(dirty: boolean) {
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: async ({ current, next }) =>
      placeOf(current) !== placeOf(next) && !(await confirmDiscard()),
  })
}

const placeOf = ({ pathname, search }: { pathname: string; search: { tab?: string } }) =>
  `${pathname} ${search.tab ?? ''}`
