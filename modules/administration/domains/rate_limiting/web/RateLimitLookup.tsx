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

/** How limits stand for somebody, and a way to let them begin anew. Who it is stands in the address. */
export function RateLimitLookup() {
  const { identifier }: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  return (
    <section className={classes.panel} aria-label="Look up">
      <Title order={2}>Look up</Title>
      <Text size="sm" c="dimmed" mb="sm">
        The id of a person, account or key, an IP address or an email address.
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
            aria-label="Id or address"
            placeholder="192.0.2.1"
            defaultValue={identifier ?? ''}
            autoComplete="off"
          />
          <Button type="submit" variant="default">
            Look up
          </Button>
        </Group>
      </form>
      {identifier && <Found identifier={identifier} />}
    </section>
  )
}

function Found({ identifier }: { identifier: string }) {
  const { data, error } = useQuery(limitsQuery(identifier))
  const impersonating = useMe().impersonator !== null
  const mayReset = useCan('admin.rate_limiting.update') && !impersonating
  const [asking, setAsking] = useState(false)
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
        Nothing counts {identifier} at present.
      </Text>
    )
  }
  return (
    <>
      <LimitTable limits={data.limits} />
      {data.counted_in === 'memory' && (
        <Text size="sm" c="dimmed">
          Each server counts for itself. These are the figures of the one that counted most.
        </Text>
      )}
      {mayReset && (
        <Group mt="sm">
          <Button variant="default" onClick={() => setAsking(true)}>
            Reset
          </Button>
        </Group>
      )}
      {asking && (
        <ConfirmDanger
          title={`Reset the limits of ${identifier}?`}
          actionLabel="Reset"
          onConfirm={() => clearLimits(identifier)}
          onDone={() => {
            toast.done('They begin anew.')
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          What was counted is forgotten on every server, and at sign-in. It is kept in the audit
          log.
        </ConfirmDanger>
      )}
    </>
  )
}
