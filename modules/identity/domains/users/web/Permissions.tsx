import { Text } from '@mantine/core'
import { formatCode } from '~/ui/format'
import classes from './Permissions.module.css'

/** The permissions of a user: one line per resource with its verbs. */
export function Permissions({ names }: { names: string[] }) {
  const groups = Map.groupBy(names.toSorted(), (name) => name.slice(0, name.lastIndexOf('.')))
  return (
    <section aria-label="Permissions">
      {names.length === 0 && <Text c="dimmed">None. The user’s roles grant no permissions.</Text>}
      <dl className={classes.list}>
        {[...groups].map(([resource, permissions]) => (
          <div key={resource}>
            <dt>{resourceName(resource)}</dt>
            <dd>
              {permissions.map((name) => formatCode(name.slice(resource.length + 1))).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** `admin.users` → "Users of all accounts". */
function resourceName(resource: string) {
  const own = resource.replace(/^admin\./, '')
  return own === resource ? formatCode(own) : `${formatCode(own)} of all accounts`
}
