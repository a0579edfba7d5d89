import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCan, useMe } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { type Field, SettingsForm } from '~/ui/SettingsForm'
import { SettingsSection } from '~/ui/SettingsLayout'
import { usePageTitle } from '~/ui/usePageTitle'
import { type RateLimitSettings, statisticsQuery, updateRateLimitSettings } from './queries'
import { RateLimitingTabs } from './RateLimitingTabs'
import classes from './rate_limiting.module.css'
import { TierTable } from './TierTable'
import { tierOptions } from './words'

const requests: Field<keyof RateLimitSettings>[] = [
  {
    name: 'default_rate_limit_tier',
    label: 'Default tier',
    help: 'Of accounts that were given none of their own.',
    options: tierOptions,
  },
  {
    name: 'api_requests_per_minute',
    label: 'Visitors',
    help: 'Requests of one address without a valid sign-in, on average over 15 minutes.',
    unit: 'a minute',
    bounds: [5, 100_000],
  },
  {
    name: 'authenticated_requests_per_hour',
    label: 'People',
    help: 'Requests of one person, whatever their tier.',
    unit: 'an hour',
    bounds: [300, 10_000_000],
  },
  {
    name: 'webhook_requests_per_minute',
    label: 'Changes of webhooks',
    help: 'By one account, whatever its tier.',
    unit: 'a minute',
    bounds: [5, 100_000],
  },
  {
    name: 'websocket_connections_per_minute',
    label: 'Live connections',
    help: 'That one address may open.',
    unit: 'a minute',
    bounds: [5, 100_000],
  },
]

const attempt = (
  name: keyof RateLimitSettings,
  label: string,
  help: string,
): Field<keyof RateLimitSettings> => ({
  name,
  label,
  help,
  unit: 'an hour',
  bounds: [1, 1000],
})

const attempts = [
  attempt('login_attempts_per_hour', 'Sign-in', 'Failed attempts from one address.'),
  attempt('registration_attempts_per_hour', 'Registration', 'Attempts from one address.'),
  attempt(
    'password_reset_attempts_per_hour',
    'New passwords',
    'Requests and failed attempts from one address.',
  ),
  attempt(
    'email_verification_attempts_per_hour',
    'Confirming addresses',
    'Failed attempts from one address.',
  ),
  attempt(
    'impersonation_attempts_per_hour',
    'ImpersonationBanner as somebody else',
    'By one person or from one address.',
  ),
]

/** The numbers that operators change, and what each tier allows. */
export function RateLimitSettingsPage() {
  usePageTitle('Numbers of limits')
  const { data, error, refetch } = useQuery(statisticsQuery)
  const impersonating = useMe().impersonator !== null
  const disabled = !useCan('admin.rate_limiting.update') || impersonating
  const values = data?.limits
  const form = (fields: Field<keyof RateLimitSettings>[]) =>
    values && <SettingsForm {...{ fields, values, disabled, save: updateRateLimitSettings }} />
  return (
    <Stack gap="sm">
      <Title order={1} mih={30}>
        Numbers
      </Title>
      <RateLimitingTabs />
      {error && !data && <LoadError error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={420} aria-busy="true" />}
      {data && (
        <>
          <Stack gap="lg" maw={640}>
            <SettingsSection title="Requests">{form(requests)}</SettingsSection>
            <SettingsSection
              title="Attempts"
              description="They hold also while limits are switched off, and outlive a restart."
            >
              {form(attempts)}
            </SettingsSection>
          </Stack>
          <Title order={2} className={classes.later}>
            Tiers
          </Title>
          <Text size="sm" c="dimmed">
            Whatever the tier, nobody asks more than 1,200 times a minute, nor more than the numbers
            above. A minute may go beyond its figure by the burst, as long as the hour holds.
          </Text>
          <TierTable tiers={data.tiers} />
        </>
      )}
    </Stack>
  )
}
