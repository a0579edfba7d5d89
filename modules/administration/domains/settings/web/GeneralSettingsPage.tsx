import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCanUnlessImpersonating } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { stateOptions } from '~/ui/list/state'
import { type Field, SettingsForm } from '~/ui/SettingsForm'
import { SettingsLayout as Page, SettingsSection } from '~/ui/SettingsLayout'
import { changeSettings, type GeneralSettings, overviewQuery } from './queries'
import { SettingChanges } from './SettingChanges'

const general: Field<keyof GeneralSettings>[] = [
  {
    name: 'system_name',
    label: 'System name',
    help: 'Shown in emails, page titles and on the sign-in page.',
  },
  {
    name: 'support_email',
    label: 'Support email',
    help: 'Optional. Shown in emails and on the sign-in page.',
  },
  {
    name: 'registration_enabled',
    label: 'Open registration',
    help: 'Anyone can create an account. Otherwise users join by invitation only.',
  },
  {
    name: 'maintenance_mode',
    label: 'Maintenance mode',
    help: 'Only administrators can sign in. Other users are asked to come back later.',
  },
  {
    name: 'status_page_enabled',
    label: 'Public status page',
    help: 'Shows the status of selected services to anyone at /status.',
  },
]

const site: Field<keyof GeneralSettings>[] = [
  {
    name: 'public_site',
    label: 'Public pages',
    help: 'Whose published pages visitors see under /p.',
    options: [
      { value: 'all_accounts', label: 'Of all accounts' },
      { value: 'own_account', label: 'Of the accounts of administrators' },
      { value: 'off', label: 'None' },
    ],
  },
]

const files: Field<keyof GeneralSettings>[] = [
  {
    name: 'account_storage_gigabytes',
    label: 'Space of an account',
    help: 'For files on the disks of this server, unless the account has its own limit.',
    unit: 'GB',
    bounds: [1, 1_000_000],
  },
]

const rules: Field<keyof GeneralSettings>[] = [
  {
    name: 'impersonation_minutes',
    label: 'Impersonation time limit',
    help: 'An impersonation ends automatically after this time.',
    unit: 'minutes',
    bounds: [5, 480],
  },
  {
    name: 'impersonation_notice',
    label: 'Notify impersonated users',
    help: 'Emails the user who impersonates them and why.',
  },
  {
    name: 'unconfirmed_account_days',
    label: 'Days to confirm an email address',
    help: 'An account whose only user has not confirmed by then is deleted, unless it has a paid subscription. 0 for never.',
    bounds: [0, 365],
  },
  {
    name: 'webhook_timeout_seconds',
    label: 'Webhook timeout',
    help: 'Default response timeout of new webhooks.',
    unit: 'seconds',
    bounds: [1, 300],
  },
]

const retention: Field<keyof GeneralSettings>[] = [
  {
    name: 'mail_body_retention_days',
    label: 'Contents of emails',
    help: 'Of delivered and failed emails. Afterwards they cannot be read or sent again.',
    unit: 'days',
    bounds: [1, 3650],
  },
  {
    name: 'mail_retention_days',
    label: 'Emails in the mailbox',
    help: 'Recipient, subject and result.',
    unit: 'days',
    bounds: [1, 3650],
  },
  {
    name: 'notification_retention_days',
    label: 'Notifications',
    help: 'Read and unread ones.',
    unit: 'days',
    bounds: [1, 3650],
  },
  {
    name: 'invitation_retention_days',
    label: 'Ended invitations',
    help: 'Accepted, cancelled and expired ones.',
    unit: 'days',
    bounds: [1, 3650],
  },
  {
    name: 'impersonation_retention_days',
    label: 'Ended impersonations',
    help: 'The audit log keeps its entries about them.',
    unit: 'days',
    bounds: [30, 3650],
  },
  {
    name: 'incident_retention_days',
    label: 'Incidents of services',
    help: 'Those that have ended.',
    unit: 'days',
    bounds: [90, 3650],
  },
]

const named = new Set<string>(
  [...general, ...site, ...files, ...rules, ...retention].map(({ name }) => name),
)

/** Settings that are not listed above, such as those of extensions. */
const otherFields = (values: GeneralSettings) =>
  stateOptions(...(Object.keys(values) as (keyof GeneralSettings)[]))
    .filter(({ value }) => !named.has(value))
    .map(({ value, label }) => ({ name: value, label, help: '' }))

export function GeneralSettingsPage() {
  const overview = useQuery(overviewQuery)
  const disabled = !useCanUnlessImpersonating('admin.settings.update')
  const values = overview.data?.settings
  const others = values ? otherFields(values) : []
  const form = (fields: Field<keyof GeneralSettings>[]) =>
    values && <SettingsForm {...{ fields, values, disabled, save: changeSettings }} />
  return (
    <Page title="Server settings">
      {overview.isPending && <Skeleton height={420} aria-busy="true" />}
      {overview.error && !overview.data && (
        <LoadError error={overview.error} retry={() => void overview.refetch()} />
      )}
      {values && (
        <>
          <SettingsSection title="General">{form(general)}</SettingsSection>
          <SettingsSection title="Public site">{form(site)}</SettingsSection>
          <SettingsSection title="Files">{form(files)}</SettingsSection>
          <SettingsSection title="Rules">{form(rules)}</SettingsSection>
          <SettingsSection title="Retention">{form(retention)}</SettingsSection>
          {others.length > 0 && <SettingsSection title="Other">{form(others)}</SettingsSection>}
          <SettingChanges />
        </>
      )}
    </Page>
  )
}
