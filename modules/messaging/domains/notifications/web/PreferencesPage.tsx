import { Checkbox, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '~/session'
import { LoadError } from '~/ui/LoadError'
import matrix from '~/ui/Matrix.module.css'
import { Tip } from '~/ui/Tip'
import { toast } from '~/ui/toast'
import { usePageTitle } from '~/ui/usePageTitle'
import { NotificationTabs } from './NotificationTabs'
import classes from './preferences.module.css'
import { type Preference, type PreferenceChannel, preferencesQuery, setPreference } from './queries'

const channelLabels = { in_app: 'In app', mail: 'Email' } as const
const channels = Object.keys(channelLabels) as PreferenceChannel[]

/** Notification preferences: a row per kind, a column per channel. Every change is saved immediately. */
export function PreferencesPage() {
  usePageTitle('Notification preferences')
  const { data: preferences, error, refetch } = useQuery(preferencesQuery)
  const { email, impersonator } = useMe()
  return (
    <Stack gap={12} maw={760}>
      <Title order={1}>Notification preferences</Title>
      <NotificationTabs />
      <Text c="dimmed" size="sm">
        Emails are sent to {email}. Changes apply immediately, in all your accounts.
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
          <th>Notification</th>
          {channels.map((channel) => (
            <th key={channel}>{channelLabels[channel]}</th>
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
                <span className={classes.description}>{one.description}</span>
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
  /** The selected value until the server has saved it. */
  const [pending, setPending] = useState<boolean | null>(null)
  const change = (on: boolean) => {
    setPending(on)
    void setPreference(kind, channel, on)
      .catch(toast.failed)
      .finally(() => setPending(null))
  }
  const reason = fixed_because ?? (locked ? 'Not available while impersonating.' : null)
  const box = (
    <Checkbox
      label={channelLabels[channel]}
      aria-label={`${label}: ${channelLabels[channel].toLowerCase()}`}
      aria-disabled={reason !== null || undefined}
      checked={pending ?? enabled}
      onChange={(event) => {
        if (reason === null) change(event.currentTarget.checked)
      }}
    />
  )
  return (
    <div className={matrix.box} data-locked={reason !== null || undefined}>
      {reason ? (
        <Tip label={reason} byFocus>
          <div>{box}</div>
        </Tip>
      ) : (
        box
      )}
    </div>
  )
}
