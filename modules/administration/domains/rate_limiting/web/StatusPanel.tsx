import { Button, Group, NativeSelect, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { queryClient, useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { LoadError } from '~/ui/LoadError'
import { exactUtc } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import {
  disableRateLimiting,
  enableRateLimiting,
  type RateLimitingStatus,
  rateLimitingStatusQuery,
} from './queries'
import classes from './rate_limiting.module.css'
import { useSecondsUntil } from './useSecondsUntil'
import { formatDuration } from './words'

const durations = [15, 30, 60, 120, 240, 480]

/** Whether limits hold; switching them off for a while, and on again. */
export function StatusPanel() {
  const status = useQuery(rateLimitingStatusQuery)
  const impersonating = useMe().impersonator !== null
  const mayChange = useCan('admin.rate_limiting.update') && !impersonating
  const [asking, setAsking] = useState(false)
  if (status.error && !status.data) {
    return <LoadError error={status.error} retry={() => void status.refetch()} />
  }
  if (!status.data) return <Skeleton height={62} aria-busy="true" />
  const { system_enabled, temporarily_disabled, effective_status, disabled_until } = status.data
  return (
    <section className={classes.panel} aria-label="Status">
      <Group justify="space-between" gap="xs">
        <Group gap="sm" miw={0}>
          <StatusPill state={effective_status === 'enabled' ? 'on' : 'disabled'} />
          <Reason enabled={system_enabled} until={disabled_until} />
        </Group>
        {mayChange && system_enabled && (
          <Group gap="xs">
            {temporarily_disabled && (
              <Button
                onClick={() =>
                  void enableRateLimiting().then(
                    () => toast.done('Limits hold again.'),
                    toast.failed,
                  )
                }
              >
                Switch on
              </Button>
            )}
            {!temporarily_disabled && (
              <Button variant="default" onClick={() => setAsking(true)}>
                Switch off for a while
              </Button>
            )}
          </Group>
        )}
      </Group>
      {asking && <SwitchOff onClose={() => setAsking(false)} />}
    </section>
  )
}

function Reason({
  enabled,
  until,
}: {
  enabled: boolean
  until: RateLimitingStatus['disabled_until']
}) {
  const left = useSecondsUntil(until)
  const over = until !== null && left === 0
  useEffect(() => {
    if (over) void queryClient.invalidateQueries({ queryKey: rateLimitingStatusQuery.queryKey })
  }, [over])
  if (!enabled) return <Text size="sm">DISABLE_RATE_LIMITING switches every limit off.</Text>
  if (!until) return <Text size="sm">Limits hold for everybody.</Text>
  return (
    <Text size="sm">
      Only those of sign-in hold. The others come back by themselves in{' '}
      <b title={exactUtc(until)}>{formatDuration(left)}</b>.
    </Text>
  )
}

function SwitchOff({ onClose }: { onClose: () => void }) {
  const [minutes, setMinutes] = useState('60')
  return (
    <ConfirmDanger
      title="Switch limits off?"
      actionLabel="Switch off"
      onConfirm={() => disableRateLimiting(Number(minutes))}
      onDone={() => {
        toast.done('Limits are off for now.')
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        Anybody may ask as much as they like until the limits come back by themselves. Those of
        sign-in hold on. It is kept in the audit log.
      </Text>
      <NativeSelect
        label="For how long"
        data={durations.map((value) => ({
          value: String(value),
          label: formatDuration(value * 60),
        }))}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDanger>
  )
}
