import { Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCanUnlessImpersonating } from '~/session'
import { LearnMore } from '~/ui/LearnMore'
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
    help: 'For accounts without a tier of their own.',
    options: tierOptions,
  },
  {
    name: 'api_requests_per_minute',
    label: 'Unauthenticated requests',
    help: 'Per IP address, averaged over 15 minutes.',
    unit: 'per minute',
    bounds: [5, 100_000],
  },
  {
    name: 'authenticated_requests_per_hour',
    label: 'Requests per user',
    help: 'In every tier.',
    unit: 'per hour',
    bounds: [300, 10_000_000],
  },
  {
    name: 'webhook_requests_per_minute',
    label: 'Webhook changes',
    help: 'Per account, in every tier.',
    unit: 'per minute',
    bounds: [5, 100_000],
  },
  {
    name: 'websocket_connections_per_minute',
    label: 'WebSocket connections',
    help: 'New connections per IP address.',
    unit: 'per minute',
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
  unit: 'per hour',
  bounds: [1, 1000],
})

const attempts = [
  attempt('login_attempts_per_hour', 'Sign-in', 'Failed attempts per IP address.'),
  attempt('registration_attempts_per_hour', 'Registration', 'Attempts per IP address.'),
  attempt(
    'password_reset_attempts_per_hour',
    'Password reset',
    'Requests and failed attempts per IP address.',
  ),
  attempt(
    'email_verification_attempts_per_hour',
    'Email confirmation',
    'Failed attempts per IP address.',
  ),
  attempt('impersonation_attempts_per_hour', 'Impersonation', 'Per user and per IP address.'),
]

/** The configurable limits, and those of each tier. */
export function RateLimitSettingsPage() {
  usePageTitle('Rate limit settings')
  const { data, error, refetch } = useQuery(statisticsQuery)
  const disabled = !useCanUnlessImpersonating('admin.rate_limiting.update')
  const values = data?.limits
  const form = (fields: Field<keyof RateLimitSettings>[]) =>
    values && <SettingsForm {...{ fields, values, disabled, save: updateRateLimitSettings }} />
  return (
    <Stack gap="sm">
      <Group gap="xs" align="baseline" mih={30}>
        <Title order={1}>Rate limit settings</Title>
        <LearnMore />
      </Group>
      <RateLimitingTabs />
      {error && !data && <LoadError error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={420} aria-busy="true" />}
      {data && (
        <>
          <Stack gap="lg" maw={640}>
            <SettingsSection title="Requests">{form(requests)}</SettingsSection>
            <SettingsSection
              title="Attempts"
              description="Enforced even while rate limiting is disabled. Counters survive a restart."
            >
              {form(attempts)}
            </SettingsSection>
          </Stack>
          <Title order={2} className={classes.tiersTitle}>
            Tiers
          </Title>
          <Text size="sm" c="dimmed">
            The limits above apply to every tier, as does a cap of 1,200 requests per minute. Bursts
            can exceed the limit per minute, but not the limit per hour.
          </Text>
          <TierTable tiers={data.tiers} />
        </>
      )}
    </Stack>
  )
}
