import { useState } from 'react'

export type Selection = {
  count: number
  has: (id: string) => boolean
  toggle: (id: string) => void
  toggleAll: () => void
  clear: () => void
}

/** Selected rows of the current page. */
export function useSelection(ids: string[]): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const visible = ids.filter((id) => selected.has(id))
  return {
    count: visible.length,
    has: (id) => selected.has(id),
    toggle: (id) =>
      setSelected(
        new Set(selected.has(id) ? visible.filter((one) => one !== id) : [...visible, id]),
      ),
    toggleAll: () => setSelected(new Set(visible.length === ids.length ? [] : ids)),
    clear: () => setSelected(new Set()),
  }
}
