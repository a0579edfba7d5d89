import type { ReactNode } from 'react'
import type { ListState } from './state'
import type { Column } from './useColumns'
import type { Selection } from './useSelection'

/** Props of both list layouts: the table on a desktop and the cards on a phone. */
export type ListRowsProps<Row> = {
  label: string
  rows: Row[]
  columns: Column<Row>[]
  state: ListState
  nameOf: (row: Row) => string
  selection?: Selection | undefined
  /** Menu.Item elements of one row. */
  menu?: ((row: Row) => ReactNode) | undefined
  expand?: ((row: Row) => ReactNode) | undefined
}
