import { Text, Title } from '@mantine/core'
import classes from './Permissions.module.css'

/** Permissions read as a table of contents: one line per resource, its verbs beside it. */
export function Permissions({ names }: { names: string[] }) {
  const groups = Map.groupBy(names.toSorted(), (name) => name.slice(0, name.lastIndexOf('.')))
  return (
    <section aria-label="Permissions">
      <Title order={2} mb="xs">
        Permissions
      </Title>
      {names.length === 0 && <Text c="dimmed">None: no role gives any yet.</Text>}
      <dl className={classes.list}>
        {[...groups].map(([resource, held]) => (
          <div key={resource}>
            <dt className="mono">{resource}</dt>
            <dd>{held.map((name) => name.slice(resource.length + 1)).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
