import { Anchor, SimpleGrid, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { MetricCard } from '~/ui/MetricCard'
import { PageSections } from '~/ui/PageSections'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import { formatDate } from '~/ui/times'
import { ProfileForm } from './ProfileForm'
import {
  billingOverviewQuery,
  type Overview,
  profileQuery,
  type Upcoming,
  upcomingQuery,
} from './queries'

/** What the account owes and paid, its invoices, and what they say about it. */
export function BillingPage() {
  const overview = useQuery(billingOverviewQuery)
  const profile = useQuery(profileQuery)
  const { data: upcoming } = useQuery(upcomingQuery)
  const failed = [overview, profile].find(({ error, data }) => error && !data)
  return (
    <SettingsLayout title="Billing">
      {failed?.error && <LoadError error={failed.error} retry={() => void failed.refetch()} />}
      {overview.isPending && <Skeleton height={320} aria-busy="true" />}
      {overview.data && (
        <>
          <Figures overview={overview.data} />
          <Anchor renderRoot={(props) => <Link to="/billing/history" {...props} />}>
            Everything that was billed, paid and credited
          </Anchor>
          {upcoming !== undefined && <NextInvoice upcoming={upcoming} />}
          <PageSections />
        </>
      )}
      {profile.data && <ProfileForm profile={profile.data} />}
    </SettingsLayout>
  )
}

function Figures({ overview }: { overview: Overview }) {
  const money = (cents: number) => formatMoney(cents, overview.currency ?? 'USD')
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={2} spacing="sm">
      <MetricCard
        label="Outstanding"
        definition="What is still to be paid for open invoices."
        value={money(overview.outstanding_cents)}
        to="/invoices"
        search={{ status: 'open' }}
      />
      <MetricCard
        label="Overdue"
        definition="The part of it that should have been paid by now."
        value={money(overview.overdue_cents)}
        to="/invoices"
        search={{ status: 'overdue' }}
      />
      <MetricCard
        label="This month"
        definition="Invoices issued this month (UTC), tax included."
        value={money(overview.this_month_cents)}
        to="/invoices"
      />
      <MetricCard
        label="Credit"
        definition="Your next invoices use this credit first."
        value={money(overview.credit_balance_cents)}
        to="/billing/history"
        search={{ type: 'credit' }}
      />
    </SimpleGrid>
  )
}

function NextInvoice({ upcoming }: { upcoming: Upcoming | null }) {
  const plan = (
    <Anchor renderRoot={(props) => <Link to="/settings/account" {...props} />}>Plan</Anchor>
  )
  return (
    <SettingsSection title="Next invoice" aside={plan}>
      {upcoming ? <Facts upcoming={upcoming} /> : <Text c="dimmed">Nothing will be billed.</Text>}
    </SettingsSection>
  )
}

function Facts({ upcoming }: { upcoming: Upcoming }) {
  const money = (cents: number) => formatMoney(cents, upcoming.currency)
  const parts = [
    upcoming.tax_cents > 0 && `${money(upcoming.tax_cents)} tax included`,
    upcoming.credit_cents > 0 && `${money(upcoming.credit_cents)} paid with credit`,
  ].filter(Boolean)
  return (
    <>
      <b style={{ fontWeight: 500 }}>{money(upcoming.amount_due_cents)}</b> on{' '}
      {formatDate(upcoming.bills_at)}, for{' '}
      {upcoming.lines.map(({ description }) => description).join(', ')}
      {parts.length > 0 && (
        <Text size="sm" c="dimmed">
          {parts.join(', ')}
        </Text>
      )}
    </>
  )
}
