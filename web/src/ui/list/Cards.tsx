import { Checkbox, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import classes from './list.module.css'
import { RowMenu } from './RowMenu'
import type { ListRowsProps } from './rows'

export function Cards<Row extends { id: string }>(props: ListRowsProps<Row>) {
  const { label, rows, columns, selection, menu, expand, nameOf } = props
  const [open, setOpen] = useState<string | null>(null)
  const [name, ...rest] = columns
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className={classes.card}>
          <div className={classes.cardHead}>
            {selection && (
              <Checkbox
                aria-label={`Select ${nameOf(row)}`}
                checked={selection.has(row.id)}
                onChange={() => selection.toggle(row.id)}
              />
            )}
            <div className={classes.cardName}>{name?.cell(row)}</div>
            {menu && <RowMenu of={nameOf(row)}>{menu(row)}</RowMenu>}
          </div>
          <dl className={classes.facts}>
            {rest.map((column) => (
              <div key={column.key}>
                <dt>{column.label}</dt>
                <dd>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
          {expand && (
            <UnstyledButton
              className={classes.more}
              aria-expanded={open === row.id}
              onClick={() => setOpen(open === row.id ? null : row.id)}
            >
              {open === row.id ? 'Hide details' : 'Show details'}
            </UnstyledButton>
          )}
          {expand && open === row.id && expand(row)}
        </li>
      ))}
    </ul>
  )
}
