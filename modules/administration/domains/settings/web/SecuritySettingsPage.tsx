import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCan, useMe } from '~/session'
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
    label: 'Access token',
    help: 'How long a copied token would work at most.',
    unit: 'minutes',
    bounds: [5, 60],
  },
  {
    name: 'refresh_token_hours',
    label: 'Time away',
    help: 'Whoever is away for longer signs in again.',
    unit: 'hours',
    bounds: [1, 720],
  },
  {
    name: 'session_days',
    label: 'Session',
    help: 'It ends after this however often it is used.',
    unit: 'days',
    bounds: [1, 365],
  },
]

const signIn: Field<Name>[] = [
  {
    name: 'max_failed_login_attempts',
    label: 'Wrong passwords',
    help: 'After this many in a row, sign-in is locked for a while.',
    bounds: [1, 20],
  },
  {
    name: 'account_lockout_minutes',
    label: 'First lock',
    help: 'Each further one lasts twice as long.',
    unit: 'minutes',
    bounds: [1, 1440],
  },
  {
    name: 'password_min_length',
    label: 'Length of new passwords',
    help: 'Those in use stay as they are.',
    unit: 'characters',
    bounds: [8, 32],
  },
  {
    name: 'require_two_factor_for_admins',
    label: 'Administration needs two-factor sign-in',
    help: 'Administrators without it are kept out of these pages until they turn it on.',
  },
]

export function SecuritySettingsPage() {
  const security = useQuery(securitySettingsQuery)
  const impersonating = useMe().impersonator !== null
  const disabled = !useCan('admin.security.update') || impersonating
  const values = security.data
  const form = (fields: Field<Name>[], of: Pick<SecurityConfig, Name>) => (
    <SettingsForm {...{ fields, values: of, disabled, save: changeSecurity }} />
  )
  return (
    <SettingsLayout title="Security of this server">
      {security.isPending && <Skeleton height={420} aria-busy="true" />}
      {security.error && !values && (
        <LoadError error={security.error} retry={() => void security.refetch()} />
      )}
      {values && (
        <>
          <SettingsSection title="Sign-in">{form(signIn, values)}</SettingsSection>
          <SettingsSection
            title="Lifetimes"
            description="They hold for what is issued from now on. Nobody is signed out by a change."
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
    ['Address of this server', config.public_url],
    ['Other web origins that may call', config.allowed_origins.join(', ') || 'None'],
    ['Rate limiting', config.rate_limiting_enabled ? 'On' : 'Off'],
  ]
  return (
    <SettingsSection
      title="Environment"
      description="Set where the server is started: PUBLIC_URL, CORS_ORIGINS, DISABLE_RATE_LIMITING."
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
