import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useCallback, useId, useState } from 'react'
import { PaletteResults } from './PaletteResults'
import { currentIndex, type PaletteRow } from './sections'
import { usePalette } from './usePalette'

const LABEL = 'Search pages, records and actions'

type Props = {
  /** What was typed before it had a field. */
  typed: RefObject<string>
  /** Called when it has its field. */
  onReady: (isReady: true) => void
  onClose: () => void
}

/** ⌘K: what was opened last, pages, common actions, and records by name or id. */
export default function Palette({ typed, onReady, onClose }: Props) {
  const listId = useId()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const { sections, searching } = usePalette(search)
  const rows = sections.flatMap((section) => section.rows)
  const current = currentIndex(rows, chosen)
  const takeOver = useCallback(
    (field: HTMLInputElement | null) => {
      if (!field) return
      setSearch(typed.current)
      field.focus()
      onReady(true)
    },
    [typed, onReady],
  )
  const run = (row: PaletteRow | undefined) => {
    if (!row) return
    onClose()
    void row.run()
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen(rows.at((current + step) % rows.length)?.key ?? null)
    else if (event.key === 'Enter') run(rows[current])
    else return
    event.preventDefault()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12dvh"
      size={600}
      padding={0}
      attributes={{ content: { 'aria-label': 'Search' } }}
    >
      <TextInput
        data-autofocus
        ref={takeOver}
        size="lg"
        variant="unstyled"
        leftSection={<IconSearch size={17} aria-hidden />}
        placeholder={LABEL}
        aria-label={LABEL}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={rows.length > 0 ? `${listId}-${current}` : undefined}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setChosen(null)
        }}
        onKeyDown={onKey}
      />
      <PaletteResults
        id={listId}
        sections={sections}
        current={rows[current]}
        searching={searching}
        onChoose={setChosen}
        onRun={run}
      />
    </Modal>
  )
}
