import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Role } from '~/roles'
import { sameNames } from './permissionRows'
import { rolePreviewQuery } from './queries'
import classes from './RolePreviewPanel.module.css'

type Props = { role: Role; wanted: string[]; dirty: boolean; busy: boolean; onReset: () => void }

/** What saving would do, and for how many people, before it is done. */
export function RolePreviewPanel({ role, wanted, dirty, busy, onReset }: Props) {
  return (
    <aside className={classes.panel} aria-label="What changes" data-dirty={dirty || undefined}>
      <Title order={2}>What changes</Title>
      <div aria-live="polite">
        <Effect role={role} wanted={wanted} dirty={dirty} />
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

function Effect({ role, wanted, dirty }: Pick<Props, 'role' | 'wanted' | 'dirty'>) {
  const [settled] = useDebouncedValue(wanted.toSorted().join(' '), 200)
  const changes = !sameNames(wanted, role.permissions)
  const { data, error } = useQuery({
    ...rolePreviewQuery(role.id, settled.split(' ').filter(Boolean)),
    enabled: changes,
  })
  if (!changes) {
    return (
      <Text size="sm" c="dimmed">
        {dirty
          ? 'Its permissions stay as they are.'
          : 'Tick or untick permissions to see what people gain or lose before you save.'}
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
      <Change sign="+" names={data.gained} label="Gained" />
      <Change sign="−" names={data.lost} label="Lost" />
      <Text size="sm" mt="xs">
        {people(data)}
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

function people({ users_count, users_gaining, users_losing }: Counts) {
  if (users_count === 0) return 'Nobody holds this role yet, so nobody is affected.'
  const count = (number: number) => (number === 1 ? 'One person' : `${number} people`)
  const parts = [
    users_gaining > 0 && `${count(users_gaining)} can do something new.`,
    users_losing > 0 && `${count(users_losing)} can no longer do something.`,
  ].filter(Boolean)
  if (parts.length > 0) return parts.join(' ')
  return `Nobody is affected: other roles of ${users_count === 1 ? 'the one holder' : 'the holders'} allow the same.`
}
