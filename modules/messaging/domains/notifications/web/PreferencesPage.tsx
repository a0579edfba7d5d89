import { Checkbox, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '~/session'
import { LoadError } from '~/ui/LoadError'
import matrix from '~/ui/Matrix.module.css'
import { toast } from '~/ui/toast'
import { usePageTitle } from '~/ui/usePageTitle'
import { NotificationTabs } from './NotificationTabs'
import classes from './preferences.module.css'
import { choose, type Preference, type PreferenceChannel, preferencesQuery } from './queries'

const ways = { in_app: 'In the app', mail: 'By mail' } as const
const channels = Object.keys(ways) as PreferenceChannel[]

/** What a person is told of, and how: kinds down, channels across. Every tick is kept at once. */
export function PreferencesPage() {
  usePageTitle('Notification preferences')
  const { data: preferences, error, refetch } = useQuery(preferencesQuery)
  const { email, impersonator } = useMe()
  return (
    <Stack gap={12} maw={760}>
      <Title order={1}>Notification preferences</Title>
      <NotificationTabs />
      <Text c="dimmed" size="sm">
        Mail goes to {email}. What you choose holds at once, in every account you work in.
      </Text>
      {error && !preferences && <LoadError error={error} retry={() => void refetch()} />}
      {!preferences && !error && <Skeleton height={420} aria-busy="true" />}
      {preferences && <Matrix preferences={preferences} locked={impersonator !== null} />}
    </Stack>
  )
}

function Matrix({ preferences, locked }: { preferences: Preference[]; locked: boolean }) {
  const groups = [...Map.groupBy(preferences, ({ category }) => category)]
  return (
    <table className={matrix.matrix} aria-label="Notification preferences">
      <thead>
        <tr>
          <th>What</th>
          {channels.map((channel) => (
            <th key={channel}>{ways[channel]}</th>
          ))}
        </tr>
      </thead>
      {groups.map(([category, kinds]) => (
        <tbody key={category}>
          <tr className={matrix.section}>
            <th colSpan={3}>{category}</th>
          </tr>
          {kinds.map((one) => (
            <tr key={one.kind} className={classes.kind}>
              <th scope="row">
                {one.label}
                <span className={classes.about}>{one.description}</span>
              </th>
              {channels.map((channel) => (
                <td key={channel}>
                  <Choice preference={one} channel={channel} locked={locked} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

type ChoiceProps = { preference: Preference; channel: PreferenceChannel; locked: boolean }

function Choice({ preference, channel, locked }: ChoiceProps) {
  const { kind, label } = preference
  const { enabled, fixed_because } = preference[channel]
  /** What was ticked, until the server has it. */
  const [wish, setWish] = useState<boolean | null>(null)
  const change = (on: boolean) => {
    setWish(on)
    void choose(kind, channel, on)
      .catch(toast.failed)
      .finally(() => setWish(null))
  }
  const reason = fixed_because ?? (locked ? 'Only the person can choose this.' : null)
  const box = (
    <Checkbox
      label={ways[channel]}
      aria-label={`${label}: ${ways[channel].toLowerCase()}`}
      aria-disabled={reason !== null || undefined}
      checked={wish ?? enabled}
      onChange={(event) => {
        if (reason === null) change(event.currentTarget.checked)
      }}
    />
  )
  return (
    <div className={matrix.box} data-locked={reason !== null || undefined}>
      {reason ? (
        <Tooltip label={reason} events={{ hover: true, focus: true, touch: true }}>
          <div>{box}</div>
        </Tooltip>
      ) : (
        box
      )}
    </div>
  )
}
