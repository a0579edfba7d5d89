import { Button, Group, NativeSelect, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { queryClient, useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { LoadError } from '~/ui/LoadError'
import { exactUtc } from '~/ui/relative'
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

/** The rate limiting status, with buttons to disable it temporarily and enable it. */
export function StatusPanel() {
  const status = useQuery(rateLimitingStatusQuery)
  const impersonating = useMe().impersonator !== null
  const mayChange = useCan('admin.rate_limiting.update') && !impersonating
  const [confirming, setConfirming] = useState(false)
  if (status.error && !status.data) {
    return <LoadError error={status.error} retry={() => void status.refetch()} />
  }
  if (!status.data) return <Skeleton height={62} aria-busy="true" />
  const { system_enabled, temporarily_disabled, effective_status, disabled_until } = status.data
  return (
    <section className={classes.panel} aria-label="Status">
      <Group justify="space-between" gap="xs">
        <Group gap="sm" miw={0}>
          <StatusPill state={effective_status} />
          <Reason enabled={system_enabled} until={disabled_until} />
        </Group>
        {mayChange && system_enabled && (
          <Group gap="xs">
            {temporarily_disabled && (
              <Button
                onClick={() =>
                  void enableRateLimiting().then(
                    () => toast.done('Rate limiting was enabled.'),
                    toast.failed,
                  )
                }
              >
                Enable{' '}
              </Button>
            )}
            {!temporarily_disabled && (
              <Button variant="default" onClick={() => setConfirming(true)}>
                Disable temporarily
              </Button>
            )}
          </Group>
        )}
      </Group>
      {confirming && <DisableDialog onClose={() => setConfirming(false)} />}
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
  const expired = until !== null && left === 0
  useEffect(() => {
    if (expired) void queryClient.invalidateQueries({ queryKey: rateLimitingStatusQuery.queryKey })
  }, [expired])
  if (!enabled)
    return (
      <Text size="sm">The environment variable DISABLE_RATE_LIMITING disables all limits.</Text>
    )
  if (!until) return <Text size="sm">Rate limits are enforced.</Text>
  return (
    <Text size="sm">
      Only sign-in limits are enforced. The others are enabled again in{' '}
      <b title={exactUtc(until)}>{formatDuration(left)}</b>.
    </Text>
  )
}

function DisableDialog({ onClose }: { onClose: () => void }) {
  const [minutes, setMinutes] = useState('60')
  return (
    <ConfirmDanger
      title="Disable rate limiting?"
      actionLabel="Disable"
      onConfirm={() => disableRateLimiting(Number(minutes))}
      onDone={() => {
        toast.done('Rate limiting was disabled temporarily.')
        onClose()
      }}
      onClose={onClose}
    >
      <Text mb="md">
        Requests are not limited until rate limiting is enabled again automatically. Sign-in limits
        stay enforced. This is recorded in the audit log.
      </Text>
      <NativeSelect
        label="Duration"
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
