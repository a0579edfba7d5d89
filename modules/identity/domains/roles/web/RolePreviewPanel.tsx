import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Role } from '~/roles'
import { formatNoun } from '~/ui/format'
import { sameNames } from './permissionRows'
import { rolePreviewQuery } from './queries'
import classes from './RolePreviewPanel.module.css'

type Props = { role: Role; selected: string[]; dirty: boolean; busy: boolean; onReset: () => void }

/** Previews which permissions saving adds or removes, and how many users are affected. */
export function RolePreviewPanel({ role, selected, dirty, busy, onReset }: Props) {
  return (
    <aside className={classes.panel} aria-label="Changes" data-dirty={dirty || undefined}>
      <Title order={2}>Changes</Title>
      <div aria-live="polite">
        <Effect role={role} selected={selected} dirty={dirty} />
      </div>
      {dirty && (
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            Save changes
          </Button>
          <Button variant="default" disabled={busy} onClick={onReset}>
            Reset
          </Button>
        </Group>
      )}
    </aside>
  )
}

function Effect({ role, selected, dirty }: Pick<Props, 'role' | 'selected' | 'dirty'>) {
  const [settled] = useDebouncedValue(selected.toSorted().join(' '), 200)
  const changes = !sameNames(selected, role.permissions)
  const { data, error } = useQuery({
    ...rolePreviewQuery(role.id, settled.split(' ').filter(Boolean)),
    enabled: changes,
  })
  if (!changes) {
    return (
      <Text size="sm" c="dimmed">
        {dirty
          ? 'Permissions are unchanged.'
          : 'Select or clear permissions to preview the effect on users before you save.'}
      </Text>
    )
  }
  if (error) {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {error.message}
      </Text>
    )
  }
  if (!data) return <Skeleton height={64} />
  return (
    <>
      <Change sign="+" names={data.gained} label="Added" />
      <Change sign="−" names={data.lost} label="Removed" />
      <Text size="sm" mt="xs">
        {affectedUsers(data)}
      </Text>
    </>
  )
}

function Change({ sign, label, names }: { sign: '+' | '−'; label: string; names: string[] }) {
  if (names.length === 0) return null
  return (
    <ul className={classes.change} data-sign={sign} aria-label={label}>
      {names.map((name) => (
        <li key={name} className="mono">
          <span aria-hidden>{sign}</span> {name}
        </li>
      ))}
    </ul>
  )
}

type Counts = { users_count: number; users_gaining: number; users_losing: number }

function affectedUsers({ users_count, users_gaining, users_losing }: Counts) {
  if (users_count === 0) return 'No users have this role, so no one is affected.'
  const parts = [
    users_gaining > 0 && `${formatNoun(users_gaining, 'user')} will gain permissions.`,
    users_losing > 0 && `${formatNoun(users_losing, 'user')} will lose permissions.`,
  ].filter(Boolean)
  if (parts.length > 0) return parts.join(' ')
  return 'No one is affected. These users have other roles with the same permissions.'
}
