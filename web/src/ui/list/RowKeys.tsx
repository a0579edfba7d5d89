import { type ReactNode, useEffect, useRef } from 'react'
import { acceptsShortcut } from '../keyboard'
import { newTabOf, openRow, refocusFollowed, rememberFollowed, rowAt, rowsIn } from './rowElements'

type Props = {
  className?: string | undefined
  /** Shows the rows of the previous query. */
  stale?: boolean
  /** Clears the selection. */
  onClear?: () => void
  children: ReactNode
}

/**
 * Keyboard and mouse of the rows inside: `j` and `k` move the focus, `x` selects, Enter and `o` open, Escape clears the
 * selection, and a click anywhere on a row opens it. After Back, the row that was opened has the focus.
 */
export function RowKeys({ className, stale, onClear = () => {}, children }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const clear = useRef(onClear)
  clear.current = onClear
  useEffect(() => {
    if (list.current) refocusFollowed(list.current)
  })
  useEffect(() => {
    const element = list.current
    if (!element) return
    const onKey = (event: KeyboardEvent) => {
      if (!acceptsShortcut(event) || !isCurrentList(element)) return
      if (handleKey(element, event.key, clear.current)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    element.addEventListener('click', rememberFollowed, { capture: true })
    element.addEventListener('click', onClick)
    element.addEventListener('auxclick', onClick)
    return () => {
      window.removeEventListener('keydown', onKey)
      element.removeEventListener('click', rememberFollowed, { capture: true })
      element.removeEventListener('click', onClick)
      element.removeEventListener('auxclick', onClick)
    }
  }, [])
  return (
    <div ref={list} className={className} data-list data-stale={stale || undefined}>
      {children}
    </div>
  )
}

/** Returns whether the key was handled. */
function handleKey(list: HTMLElement, key: string, clear: () => void): boolean {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]') ?? null
  switch (key) {
    case 'j':
      return move(list, row, 1)
    case 'k':
      return move(list, row, -1)
    case 'x':
      row?.querySelector<HTMLElement>('[data-select]')?.click()
      return row !== null
    case 'o':
      return row !== null && openRow(row)
    case 'Enter':
      // Enter on a link or button inside the row is theirs.
      return row !== null && document.activeElement === row && openRow(row)
    case 'Escape':
      clear()
      row?.blur()
      return row !== null
    default:
      return false
  }
}

function move(list: HTMLElement, from: HTMLElement | null, step: 1 | -1) {
  const rows = rowsIn(list)
  const to = from ? rows[rows.indexOf(from) + step] : rows.at(step === 1 ? 0 : -1)
  to?.focus({ preventScroll: true })
  to?.scrollIntoView({ block: 'nearest' })
  return true
}

/** Of several lists on a page, the one with the focus, or else the first. */
function isCurrentList(list: HTMLElement) {
  const focused = document.activeElement?.closest('[data-list]')
  return (focused ?? document.querySelector('[data-list]')) === list
}

function onClick(event: MouseEvent) {
  const row = rowAt(event)
  if (!row || event.defaultPrevented || event.shiftKey || event.altKey) return
  if (event.button === 1 || event.ctrlKey || event.metaKey) return newTabOf(row)
  if (event.button !== 0 || getSelection()?.type === 'Range') return
  // The focus returns here from what the row opens.
  row.focus({ preventScroll: true })
  openRow(row)
}
