import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Breadcrumb, type Parent } from '../Breadcrumb'
import { usePageTitle } from '../usePageTitle'
import { ListView, type ListViewProps } from './ListView'
import classes from './list.module.css'

type Props<Row> = ListViewProps<Row> & {
  /** The page it belongs to, where it is none of the map itself. */
  parent?: Parent
  primary?: ReactNode
  /** Figures about the whole collection, in one quiet line. */
  summary?: ReactNode
  /** The same where they deserve more: a row of metrics, or a chart. */
  figures?: ReactNode
}

/** The list shape: everything a collection page needs besides its rows and what they mean. */
export function ListPage<Row extends { id: string }>(props: Props<Row>) {
  const { parent, primary, summary, figures, ...list } = props
  const { title, query } = list
  usePageTitle(title)
  return (
    <section className={classes.page}>
      {parent && <Breadcrumb parent={parent} />}
      <Group justify="space-between" gap="xs" mih={30}>
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
      {summary && <div className={classes.summary}>{summary}</div>}
      {figures}
      <ListView {...list} />
    </section>
  )
}
