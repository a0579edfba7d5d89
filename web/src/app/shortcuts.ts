import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMe } from '../session'
import { acceptsShortcut } from '../ui/keyboard'
import { destinations } from './navigation'

const CHORD_MS = 1200

/** `g` then a letter opens a page, `?` shows the shortcuts. */
export function useShortcuts(onHelp: () => void) {
  const navigate = useNavigate()
  const { permissions } = useMe()
  const startedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!acceptsShortcut(event)) return
      if (event.key === '?') return onHelp()
      const chord = event.timeStamp - startedAt.current < CHORD_MS
      startedAt.current = Number.NEGATIVE_INFINITY
      if (chord) {
        event.preventDefault()
        const target = destinations(permissions).find(({ key }) => key === event.key)
        if (target) void navigate({ to: target.to })
      } else if (event.key === 'g') startedAt.current = event.timeStamp
    }
    // Before the keys of a list, which are not meant after `g`.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [navigate, permissions, onHelp])
}
