import { Kbd } from '@mantine/core'
import { useEffect } from 'react'
import classes from './palette.module.css'
import type { PaletteRow, PaletteSection } from './sections'

type Props = {
  id: string
  sections: PaletteSection[]
  current: PaletteRow | undefined
  searching: boolean
  onChoose: (key: string) => void
  onRun: (row: PaletteRow) => void
}

/** The listbox of the palette. The focus stays in its search field. */
export function PaletteResults({ id, sections, current, searching, onChoose, onRun }: Props) {
  const rows = sections.flatMap((section) => section.rows)
  const rowId = (row: PaletteRow) => `${id}-${rows.indexOf(row)}`
  const currentId = current && rowId(current)
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <>
      <div className={classes.results} id={id} role="listbox" aria-label="Results">
        {sections.map(({ label, rows }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
          <div key={label} role="group" aria-label={label}>
            <div className={classes.heading} aria-hidden>
              {label}
            </div>
            {rows.map((row) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
              <div
                key={row.key}
                id={rowId(row)}
                className={classes.row}
                role="option"
                tabIndex={-1}
                aria-selected={row === current}
                // The focus stays in the search field.
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => onChoose(row.key)}
                onClick={() => onRun(row)}
              >
                <row.icon size={17} stroke={1.7} aria-hidden />
                <span className={classes.text}>
                  <span className={classes.label}>{row.label}</span>
                  {row.description && (
                    <span className={classes.description}>{row.description}</span>
                  )}
                </span>
                {row.admin && <span className={classes.admin}>Admin</span>}
                {row.shortcut && (
                  <span className={classes.keys} aria-hidden>
                    {row.shortcut.map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className={classes.note} role="status">
        {searching ? 'Searching…' : rows.length === 0 && 'No results'}
      </div>
    </>
  )
}
