import { ActionIcon, Checkbox } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './Cards.module.css'
import { cardColumns } from './cardColumns'
import { RowMenu } from './RowMenu'
import type { ListRowsProps } from './rows'
import type { Column } from './useColumns'

/** Two lines per row: its name and state, then two facts. The other columns are below until they are wanted. */
export function Cards<Row extends { id: string }>(props: ListRowsProps<Row>) {
  const { label, rows, selection, menu, expand, nameOf } = props
  const [open, setOpen] = useState<string | null>(null)
  const { name, state, facts, rest } = cardColumns(props.columns)
  const hasDetails = expand !== undefined || rest.length > 0
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          className={classes.card}
          data-row
          tabIndex={-1}
          data-selected={selection?.has(row.id) || undefined}
        >
          <div className={classes.cardLine}>
            {selection && (
              <Checkbox
                data-select
                aria-label={`Select ${nameOf(row)}`}
                checked={selection.has(row.id)}
                onChange={() => selection.toggle(row.id)}
              />
            )}
            <div className={classes.cardName} data-first>
              {name?.cell(row)}
            </div>
            {state?.cell(row)}
            {menu && <RowMenu of={nameOf(row)}>{menu(row)}</RowMenu>}
          </div>
          <div className={classes.cardLine}>
            <Facts className={classes.cardFacts} columns={facts} row={row} />
            {hasDetails && (
              <ActionIcon
                size="sm"
                data-expand
                aria-label={`Details of ${nameOf(row)}`}
                aria-expanded={open === row.id}
                onClick={() => setOpen(open === row.id ? null : row.id)}
              >
                <IconChevronDown size={14} className={classes.flip} />
              </ActionIcon>
            )}
          </div>
          {open === row.id && (
            <div data-details>
              <Facts className={classes.facts} columns={rest} row={row} />
              {expand?.(row)}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

type FactsProps<Row> = { className: string | undefined; columns: Column<Row>[]; row: Row }

function Facts<Row>({ className, columns, row }: FactsProps<Row>) {
  return (
    <dl className={className}>
      {columns.map((column) => (
        <div key={column.key}>
          <dt data-hidden={column.fact === 'value' || undefined}>{column.label}</dt>
          <dd>{column.cell(row)}</dd>
        </div>
      ))}
    </dl>
  )
}
