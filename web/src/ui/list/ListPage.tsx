import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Breadcrumb, type Parent } from '../Breadcrumb'
import { formatTotal } from '../format'
import { LearnMore } from '../LearnMore'
import { usePageTitle } from '../usePageTitle'
import { ListView, type ListViewProps } from './ListView'
import classes from './list.module.css'

type Props<Row> = ListViewProps<Row> & {
  /** The parent page, for a page that is not in the navigation. */
  parent?: Parent
  primary?: ReactNode
  /** Counts of the whole collection, in one line. */
  summary?: ReactNode
  /** Metrics or a chart of the whole collection. */
  figures?: ReactNode
}

/** Layout of a list page. */
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
          {query.data && <span className={classes.count}>{formatTotal(query.data.meta)}</span>}
          <LearnMore />
        </Group>
        {primary}
      </Group>
      {summary && <div className={classes.summary}>{summary}</div>}
      {figures}
      <ListView {...list} />
    </section>
  )
}
