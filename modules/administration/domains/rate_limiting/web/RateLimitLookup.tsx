import { Alert, Button, Group, Skeleton, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { LimitTable } from './LimitTable'
import { clearLimits, limitsQuery } from './queries'
import classes from './rate_limiting.module.css'

/** Shows and resets the limits of an identifier. The identifier is in the URL. */
export function RateLimitLookup() {
  const { identifier }: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  return (
    <section className={classes.panel} aria-label="Look up">
      <Title order={2}>Look up</Title>
      <Text size="sm" c="dimmed" mb="sm">
        The ID of a user, account or API key, an IP address or an email address.
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const entered = String(new FormData(event.currentTarget).get('identifier') ?? '').trim()
          const search = entered ? { identifier: entered } : {}
          void navigate({ to: '.', search, replace: true })
        }}
      >
        <Group gap="xs" wrap="nowrap" maw={560}>
          <TextInput
            key={identifier ?? ''}
            flex={1}
            name="identifier"
            aria-label="ID or address"
            placeholder="192.0.2.1"
            defaultValue={identifier ?? ''}
            autoComplete="off"
          />
          <Button type="submit" variant="default">
            Look up
          </Button>
        </Group>
      </form>
      {identifier && <LimitsOf identifier={identifier} />}
    </section>
  )
}

function LimitsOf({ identifier }: { identifier: string }) {
  const { data, error } = useQuery(limitsQuery(identifier))
  const impersonating = useMe().impersonator !== null
  const mayReset = useCan('admin.rate_limiting.update') && !impersonating
  const [confirming, setConfirming] = useState(false)
  if (error) {
    return (
      <Alert color="red" role="alert" mt="sm">
        {error.message}
      </Alert>
    )
  }
  if (!data) return <Skeleton height={110} mt="sm" aria-busy="true" />
  if (data.limits.length === 0) {
    return (
      <Text size="sm" mt="sm" role="status">
        No active limits for {identifier}.
      </Text>
    )
  }
  return (
    <>
      <LimitTable limits={data.limits} />
      {data.counted_in === 'memory' && (
        <Text size="sm" c="dimmed">
          Each server counts separately. These are the counts of the busiest server.
        </Text>
      )}
      {mayReset && (
        <Group mt="sm">
          <Button variant="default" onClick={() => setConfirming(true)}>
            Reset
          </Button>
        </Group>
      )}
      {confirming && (
        <ConfirmDanger
          title={`Reset the limits of ${identifier}?`}
          actionLabel="Reset"
          onConfirm={() => clearLimits(identifier)}
          onDone={() => {
            toast.done('The limits were reset.')
            setConfirming(false)
          }}
          onClose={() => setConfirming(false)}
        >
          Clears the counters on every server, including failed sign-in attempts. The reset is
          recorded in the audit log.
        </ConfirmDanger>
      )}
    </>
  )
}
