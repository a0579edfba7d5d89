import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCan, useMe } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { type Field, SettingsForm } from '~/ui/SettingsForm'
import { SettingsLayout as Page, SettingsSection } from '~/ui/SettingsLayout'
import { changeSettings, type GeneralSettings, overviewQuery } from './queries'
import { SettingChanges } from './SettingChanges'

const general: Field<keyof GeneralSettings>[] = [
  {
    name: 'system_name',
    label: 'Name of this installation',
    help: 'In mails, in the title of every page and on the sign-in page.',
  },
  {
    name: 'support_email',
    label: 'Support address',
    help: 'Optional. Where people turn to for help; in mails and on the sign-in page.',
  },
  {
    name: 'registration_enabled',
    label: 'Registration is open',
    help: 'Strangers may make accounts. Closed, people come by invitation only.',
  },
  {
    name: 'maintenance_mode',
    label: 'Maintenance',
    help: 'Only administrators are let in; everybody else is asked to come back later.',
  },
  {
    name: 'status_page_enabled',
    label: 'Public status page',
    help: 'Anybody may see at /status how the services are that you chose to show.',
  },
]

const rules: Field<keyof GeneralSettings>[] = [
  {
    name: 'impersonation_minutes',
    label: 'ImpersonationBanner as somebody else lasts',
    help: 'It ends by itself after this.',
    unit: 'minutes',
    bounds: [5, 480],
  },
  {
    name: 'impersonation_notice',
    label: 'Mail whoever is acted as',
    help: 'They learn of it, by whom and why.',
  },
  {
    name: 'unconfirmed_account_days',
    label: 'Days to confirm an address',
    help: 'An account whose only person never confirms is deleted then, unless it has a paid subscription. 0 for never.',
    bounds: [0, 365],
  },
  {
    name: 'webhook_timeout_seconds',
    label: 'Webhook time-out',
    help: 'How long a receiver may take where a new webhook does not say.',
    unit: 'seconds',
    bounds: [1, 300],
  },
]

export function GeneralSettingsPage() {
  const overview = useQuery(overviewQuery)
  const impersonating = useMe().impersonator !== null
  const disabled = !useCan('admin.settings.update') || impersonating
  const values = overview.data?.settings
  const form = (fields: Field<keyof GeneralSettings>[]) =>
    values && <SettingsForm {...{ fields, values, disabled, save: changeSettings }} />
  return (
    <Page title="Settings of this server">
      {overview.isPending && <Skeleton height={420} aria-busy="true" />}
      {overview.error && !overview.data && (
        <LoadError error={overview.error} retry={() => void overview.refetch()} />
      )}
      {values && (
        <>
          <SettingsSection title="General">{form(general)}</SettingsSection>
          <SettingsSection title="Rules">{form(rules)}</SettingsSection>
          <SettingChanges />
        </>
      )}
    </Page>
  )
}
