import { Group, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Page } from '../../api'
import { Failed } from '../Failed'
import { usePageTitle } from '../usePageTitle'
import { Cards } from './Cards'
import { downloadCsv } from './csv'
import classes from './list.module.css'
import { Nothing, type NothingProps } from './Nothing'
import { Pager } from './Pager'
import { Placeholder } from './Placeholder'
import type { RowsProps } from './rows'
import { Table } from './Table'
import { Toolbar } from './Toolbar'
import { type Column, useColumns } from './useColumns'
import { useSelection } from './useSelection'

type Props<Row> = Pick<RowsProps<Row>, 'state' | 'nameOf' | 'menu' | 'expand'> & {
  title: string
  /** What the rows are called, as in "Search users". */
  many: string
  query: UseQueryResult<Page<Row>>
  columns: Column<Row>[]
  primary?: ReactNode
  /** Figures about the whole collection, in one quiet line. */
  summary?: ReactNode
  /** Between the title and the filters: a chart of the whole collection. */
  top?: ReactNode
  searchable?: boolean
  empty: Omit<NothingProps, 'state' | 'many'>
  /** Given, rows can be ticked and this bar acts on them. */
  bulk?: (rows: Row[], done: () => void) => ReactNode
  csv?: (row: Row) => Record<string, string | null>
}

/** The list shape: everything a collection page needs besides its rows and what they mean. */
export function ListPage<Row extends { id: string }>(props: Props<Row>) {
  const { title, many, query, state, primary, bulk, csv, searchable = true } = props
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const columns = useColumns(many.replaceAll(' ', '_'), props.columns)
  const rows = query.data?.data ?? []
  const selection = useSelection(rows.map((row) => row.id))
  usePageTitle(title)

  const Rows = phone ? Cards : Table
  const bare = query.data?.meta.total_count === 0 && !state.narrowed
  return (
    <section className={classes.page}>
      <Group justify="space-between" wrap="nowrap" mih={30}>
        <Group gap="xs" align="baseline">
          <Title order={1}>{title}</Title>
          {query.data && (
            <span className={classes.count}>
              {query.data.meta.total_count.toLocaleString('en')}
            </span>
          )}
        </Group>
        {primary}
      </Group>
      {props.summary && <div className={classes.summary}>{props.summary}</div>}
      {props.top}
      {!bare && (
        <Toolbar
          many={many}
          state={state}
          searchable={searchable}
          columns={columns}
          onExport={csv && rows.length > 0 ? () => downloadCsv(many, rows.map(csv)) : undefined}
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
      {query.isPending && <Placeholder columns={columns.shown.length} phone={phone} />}
      {query.error && !query.data && (
        <Failed error={query.error} retry={() => void query.refetch()} />
      )}
      {query.data && rows.length === 0 && <Nothing {...props.empty} many={many} state={state} />}
      {query.data && rows.length > 0 && (
        <div data-stale={query.isPlaceholderData || undefined} className={classes.rows}>
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
          <Pager meta={query.data.meta} state={state} />
        </div>
      )}
    </section>
  )
}
