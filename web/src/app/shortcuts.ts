import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMe } from '../session'
import { destinations } from './navigation'

const CHORD_MS = 1200

/** `g` then a letter opens a page, `?` shows the shortcuts. Ignored in text fields and while a dialog is open. */
export function useShortcuts(onHelp: () => void) {
  const navigate = useNavigate()
  const { permissions } = useMe()
  const startedAt = useRef(0)
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || ignoresShortcuts(event.target)) return
      if (event.key === '?') return onHelp()
      if (event.key === 'g') {
        startedAt.current = event.timeStamp
        return
      }
      const chord = event.timeStamp - startedAt.current < CHORD_MS
      startedAt.current = 0
      const target = chord && destinations(permissions).find(({ key }) => key === event.key)
      if (target) void navigate({ to: target.to })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate, permissions, onHelp])
}

const ignoresShortcuts = (target: EventTarget | null) =>
  (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) ||
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null
