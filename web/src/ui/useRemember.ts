import { useEffect } from 'react'
import { remember } from '../recents'
import { useMe } from '../session'

/** Adds the record of this page to the recents of ⌘K. */
export function useRemember(label: string) {
  const me = useMe()
  useEffect(() => {
    remember(me, { label, path: location.pathname })
  }, [me, label])
}
