import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Breadcrumb, type Parent } from './Breadcrumb'
import { Copyable } from './Copyable'
import classes from './DetailPage.module.css'
import { type DetailTab, DetailTabs } from './DetailTabs'
import { type Fact, FactList } from './FactList'
import { usePageTitle } from './usePageTitle'
import { useRemember } from './useRemember'

type Props = {
  parent: Parent
  name: string
  id: string
  status?: ReactNode
  /** At most two buttons, then the menu. Whatever deletes, revokes, rotates or suspends belongs in the menu. */
  actions?: ReactNode
  /** What needs attention, above the tabs. */
  notice?: ReactNode
  /** The first tab is the work that the page is opened for. */
  tabs?: (DetailTab | false)[]
  facts: Fact[]
  /** Content of a page without tabs. */
  children?: ReactNode
}

/** Layout of a detail page: breadcrumb, name and status, then the work in tabs, and the facts in a column beside it. */
export function DetailPage(props: Props) {
  const { parent, name, id, status, actions, notice, tabs = [], facts, children } = props
  const shownTabs = tabs.filter((tab) => tab !== false)
  usePageTitle(name)
  useRemember(name)
  return (
    <article className={classes.page}>
      <Breadcrumb parent={parent} />
      <Group justify="space-between" gap="sm">
        <Group gap="sm" miw={0}>
          <Title order={1} className={classes.name}>
            {name}
          </Title>
          {status}
        </Group>
        <Group gap="xs">{actions}</Group>
      </Group>
      <div className={classes.columns}>
        <section className={classes.summary} aria-label="Summary">
          <FactList facts={[...facts, ['ID', <Copyable key="id" value={id} label="ID" />]]} />
        </section>
        <div className={classes.main}>
          {notice}
          {shownTabs.length > 0 && <DetailTabs label={name} tabs={shownTabs} />}
          {children}
        </div>
      </div>
    </article>
  )
}
