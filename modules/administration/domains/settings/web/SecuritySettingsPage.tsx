import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCanUnlessImpersonating } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { Rows } from '~/ui/Rows'
import { type Field, SettingsForm } from '~/ui/SettingsForm'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import classes from './admin_settings.module.css'
import { changeSecurity, type SecurityConfig, securitySettingsQuery } from './queries'
import { SigningKey } from './SigningKey'

type Name = Exclude<
  keyof SecurityConfig,
  'algorithm' | 'signing_key' | 'public_url' | 'allowed_origins' | 'rate_limiting_enabled'
>

const lifetimes: Field<Name>[] = [
  {
    name: 'access_token_minutes',
    label: 'Access token lifetime',
    help: 'A shorter lifetime limits the use of a leaked token.',
    unit: 'minutes',
    bounds: [5, 60],
  },
  {
    name: 'refresh_token_hours',
    label: 'Idle timeout',
    help: 'Users who are inactive for longer must sign in again.',
    unit: 'hours',
    bounds: [1, 720],
  },
  {
    name: 'session_days',
    label: 'Session lifetime',
    help: 'A session ends after this time, even if it is in use.',
    unit: 'days',
    bounds: [1, 365],
  },
]

const signIn: Field<Name>[] = [
  {
    name: 'max_failed_login_attempts',
    label: 'Failed sign-in attempts',
    help: 'Sign-in is locked after this many consecutive failures.',
    bounds: [1, 20],
  },
  {
    name: 'account_lockout_minutes',
    label: 'Lock duration',
    help: 'Doubles each time sign-in is locked again.',
    unit: 'minutes',
    bounds: [1, 1440],
  },
  {
    name: 'password_min_length',
    label: 'Minimum password length',
    help: 'Existing passwords are not affected.',
    unit: 'characters',
    bounds: [8, 32],
  },
  {
    name: 'require_two_factor_for_admins',
    label: 'Require two-factor authentication for administrators',
    help: 'Administrators cannot open the administration pages until they turn it on.',
  },
]

export function SecuritySettingsPage() {
  const security = useQuery(securitySettingsQuery)
  const disabled = !useCanUnlessImpersonating('admin.security.update')
  const values = security.data
  const form = (fields: Field<Name>[], of: Pick<SecurityConfig, Name>) => (
    <SettingsForm {...{ fields, values: of, disabled, save: changeSecurity }} />
  )
  return (
    <SettingsLayout title="Server security">
      {security.isPending && <Skeleton height={420} aria-busy="true" />}
      {security.error && !values && (
        <LoadError error={security.error} retry={() => void security.refetch()} />
      )}
      {values && (
        <>
          <SettingsSection title="Sign-in">{form(signIn, values)}</SettingsSection>
          <SettingsSection
            title="Lifetimes"
            description="Changes apply to new tokens and sessions. No one is signed out."
          >
            {form(lifetimes, values)}
          </SettingsSection>
          <SigningKey config={values} />
          <Environment config={values} />
        </>
      )}
    </SettingsLayout>
  )
}

function Environment({ config }: { config: SecurityConfig }) {
  const facts: [string, string][] = [
    ['Public URL', config.public_url],
    ['Allowed origins', config.allowed_origins.join(', ') || 'None'],
    ['Rate limiting', config.rate_limiting_enabled ? 'On' : 'Off'],
  ]
  return (
    <SettingsSection
      title="Environment"
      description="Set by environment variables: PUBLIC_URL, CORS_ORIGINS, DISABLE_RATE_LIMITING."
    >
      <Rows>
        {facts.map(([label, value]) => (
          <Rows.Row key={label}>
            <span className={classes.reason}>{label}</span>
            <span>{value}</span>
          </Rows.Row>
        ))}
      </Rows>
    </SettingsSection>
  )
}
