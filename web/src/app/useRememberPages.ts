import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { remember } from '../recents'
import { useMe } from '../session'
import { destinations } from './navigation'

/** Remembers the pages of the navigation that are opened. Records are remembered by `DetailPage` and the palette. */
export function useRememberPages() {
  const me = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => {
    const page = destinations(me.permissions).find(({ to }) => to === path)
    if (page) remember(me, { label: page.label, path })
  }, [path, me])
}
