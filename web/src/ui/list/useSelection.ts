import { useState } from 'react'

export type Selection = {
  count: number
  has: (id: string) => boolean
  toggle: (id: string) => void
  toggleAll: () => void
  clear: () => void
}

/** Rows ticked on the page in view; rows that left the page no longer count. */
export function useSelection(ids: string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const here = ids.filter((id) => ticked.has(id))
  return {
    count: here.length,
    has: (id) => ticked.has(id),
    toggle: (id) =>
      setTicked(new Set(ticked.has(id) ? here.filter((one) => one !== id) : [...here, id])),
    toggleAll: () => setTicked(new Set(here.length === ids.length ? [] : ids)),
    clear: () => setTicked(new Set()),
  }
}
