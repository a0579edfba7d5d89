import { ActionIcon, Checkbox, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import classes from './list.module.css'
import { RowMenu } from './RowMenu'
import type { ListRowsProps } from './rows'
import type { ListState } from './state'
import type { Column } from './useColumns'

export function ListTable<Row extends { id: string }>(props: ListRowsProps<Row>) {
  const { label, rows, columns, state, selection, menu, expand, nameOf } = props
  const [open, setOpen] = useState<string | null>(null)
  const span =
    columns.length + Number(Boolean(selection)) + Number(Boolean(menu)) + Number(Boolean(expand))
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {selection && (
              <th className={classes.tight}>
                <Checkbox
                  size="xs"
                  aria-label="Select all on this page"
                  checked={selection.count > 0 && selection.count === rows.length}
                  indeterminate={selection.count > 0 && selection.count < rows.length}
                  onChange={selection.toggleAll}
                />
              </th>
            )}
            {expand && <Unnamed label="Details" />}
            {columns.map((column) => (
              <Header key={column.key} column={column} state={state} />
            ))}
            {menu && <Unnamed label="Actions" />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.id}>
              <tr data-row tabIndex={-1} data-selected={selection?.has(row.id) || undefined}>
                {selection && (
                  <td className={classes.tight}>
                    <Checkbox
                      size="xs"
                      data-select
                      aria-label={`Select ${nameOf(row)}`}
                      checked={selection.has(row.id)}
                      onChange={() => selection.toggle(row.id)}
                    />
                  </td>
                )}
                {expand && (
                  <td className={classes.tight}>
                    <ActionIcon
                      size="sm"
                      data-expand
                      aria-label={`Details of ${nameOf(row)}`}
                      aria-expanded={open === row.id}
                      onClick={() => setOpen(open === row.id ? null : row.id)}
                    >
                      <IconChevronRight size={14} className={classes.chevron} />
                    </ActionIcon>
                  </td>
                )}
                {columns.map((column, index) => (
                  <td
                    key={column.key}
                    data-first={index === 0 || undefined}
                    data-numeric={column.numeric}
                  >
                    {column.cell(row)}
                  </td>
                ))}
                {menu && (
                  <td className={classes.tight}>
                    <RowMenu of={nameOf(row)}>{menu(row)}</RowMenu>
                  </td>
                )}
              </tr>
              {expand && open === row.id && (
                <tr className={classes.expanded}>
                  <td colSpan={span}>{expand(row)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Unnamed = ({ label }: { label: string }) => (
  <th className={classes.tight}>
    <VisuallyHidden>{label}</VisuallyHidden>
  </th>
)

function Header<Row>({ column, state }: { column: Column<Row>; state: ListState }) {
  const { sort, label, width, numeric } = column
  const style = width ? { width } : undefined
  if (!sort) {
    return (
      <th style={style} data-numeric={numeric}>
        {label}
      </th>
    )
  }
  const [up, down] = [state.paging.sort === sort, state.paging.sort === `-${sort}`]
  const Icon = up ? IconArrowUp : down ? IconArrowDown : IconArrowsSort
  return (
    <th
      style={style}
      data-numeric={numeric}
      aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}
    >
      <button
        type="button"
        className={classes.sort}
        onClick={() => state.set({ sort: up ? `-${sort}` : sort })}
      >
        {label}
        <Icon size={13} aria-hidden data-idle={!up && !down ? true : undefined} />
      </button>
    </th>
  )
}
