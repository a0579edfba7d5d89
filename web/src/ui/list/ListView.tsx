import { useMediaQuery } from '@mantine/hooks'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import type { ApiPage, Meta } from '../../api'
import { LoadError } from '../LoadError'
import { TimesInList } from '../RelativeTime'
import { Cards } from './Cards'
import { downloadCsv } from './csv'
import { ListEmpty, type ListEmptyProps } from './ListEmpty'
import { ListSkeleton } from './ListSkeleton'
import { ListTable } from './ListTable'
import classes from './list.module.css'
import { Pager } from './Pager'
import { RowKeys } from './RowKeys'
import type { ListRowsProps } from './rows'
import { sortChoices } from './SortMenu'
import { type ListState, lastPageBefore } from './state'
import { Toolbar } from './Toolbar'
import { type Column, useColumns } from './useColumns'
import { useSelection } from './useSelection'

export type ListViewProps<Row> = Pick<
  ListRowsProps<Row>,
  'state' | 'nameOf' | 'menu' | 'expand'
> & {
  title: string
  /** Plural noun of the rows, as in "Search users". */
  plural: string
  query: UseQueryResult<ApiPage<Row>>
  columns: Column<Row>[]
  searchable?: boolean
  empty: Omit<ListEmptyProps, 'state' | 'plural'>
  /** Makes rows selectable; renders the actions on the selected rows. */
  bulk?: (rows: Row[], done: () => void) => ReactNode
  csv?: (row: Row) => Record<string, string | null>
}

/** Search, filters, rows and pagination of a list, on its own page or inside another. */
export function ListView<Row extends { id: string }>(props: ListViewProps<Row>) {
  const { title, plural, query, state, bulk, csv, searchable = true } = props
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const columns = useColumns(plural.replaceAll(' ', '_'), props.columns)
  const rows = query.data?.data ?? []
  const selection = useSelection(rows.map((row) => row.id))

  const Rows = phone ? Cards : ListTable
  const isEmpty = query.data?.meta.total_count === 0 && !state.isFiltered
  const isBeyondEnd = useReturnToLastPage(query.data?.meta, rows.length, state)
  return (
    <>
      {!isEmpty && (
        <Toolbar
          plural={plural}
          state={state}
          searchable={searchable}
          columns={columns}
          sortable={phone ? sortChoices(props.columns) : []}
          onExport={csv && rows.length > 0 ? () => downloadCsv(plural, rows.map(csv)) : undefined}
        />
      )}
      {bulk && selection.count > 0 && (
        <div className={classes.bulk} role="status">
          <span>{selection.count} selected</span>
          {bulk(
            rows.filter((row) => selection.has(row.id)),
            selection.clear,
          )}
        </div>
      )}
      {(query.isPending || isBeyondEnd) && (
        <ListSkeleton columns={columns.shown.length} phone={phone} />
      )}
      {query.error && !query.data && (
        <LoadError error={query.error} retry={() => void query.refetch()} />
      )}
      {query.data && rows.length === 0 && !isBeyondEnd && (
        <ListEmpty {...props.empty} plural={plural} state={state} />
      )}
      {query.data && rows.length > 0 && (
        <RowKeys className={classes.rows} stale={query.isPlaceholderData} onClear={selection.clear}>
          <TimesInList value={{ exact: columns.exactTimes }}>
            <Rows
              label={title}
              rows={rows}
              columns={columns.shown}
              state={state}
              nameOf={props.nameOf}
              selection={bulk && selection}
              menu={props.menu}
              expand={props.expand}
            />
          </TimesInList>
          <Pager meta={query.data.meta} state={state} />
        </RowKeys>
      )}
    </>
  )
}

/** Opens the last page if the requested one has no rows, as after deleting its last row. Returns whether it does. */
function useReturnToLastPage(meta: Meta | undefined, rowCount: number, { set }: ListState) {
  const last = meta && rowCount === 0 ? lastPageBefore(meta) : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is new in each render
  useEffect(() => {
    if (last !== undefined) set({ page: String(last) }, true)
  }, [last])
  return last !== undefined
}
