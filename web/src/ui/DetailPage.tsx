import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Breadcrumb, type Parent } from './Breadcrumb'
import { Copyable } from './Copyable'
import classes from './DetailPage.module.css'
import { usePageTitle } from './usePageTitle'
import { useRemember } from './useRemember'

type Props = {
  parent: Parent
  name: string
  id: string
  status?: ReactNode
  actions?: ReactNode
  facts: [label: string, value: ReactNode][]
  /** The activity rail next to the facts. */
  rail?: ReactNode
  children?: ReactNode
}

/** Layout of a detail page: breadcrumb, name, status, facts and activity. */
export function DetailPage({ parent, name, id, status, actions, facts, rail, children }: Props) {
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
      <div className={classes.columns} data-rail={rail ? true : undefined}>
        <div className={classes.main}>
          <dl className={classes.facts}>
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <div>
              <dt>ID</dt>
              <dd>
                <Copyable value={id} label="ID" />
              </dd>
            </div>
          </dl>
          {children}
        </div>
        {rail}
      </div>
    </article>
  )
}
