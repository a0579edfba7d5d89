import { Button, Group, NativeSelect, Skeleton, Stack, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Data, data } from '~/api'
import { meQuery, queryClient, useCan, useCanUnlessImpersonating } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { type Definition, Definitions } from '~/ui/Definitions'
import { FormProblem, useApiForm } from '~/ui/form'
import { LoadError } from '~/ui/LoadError'
import { PageSections } from '~/ui/PageSections'
import { SettingsLayout, SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { AccountUsage } from './AccountUsage'
import { zoneLabel, zoneOptions } from './time_zones'

type Account = Data<'/api/v1/accounts/current', 'get'>

const accountQuery = queryOptions({
  queryKey: ['accounts', 'current'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/accounts/current', { signal })),
})

/** The settings of the account, with the sections that other domains add. */
export function AccountSettingsPage() {
  const account = useQuery(accountQuery)
  const mayReadUsage = useCan('accounts.read')
  return (
    <SettingsLayout title="Account settings">
      {account.isPending && <Skeleton height={280} aria-busy="true" />}
      {account.error && <LoadError error={account.error} retry={() => void account.refetch()} />}
      {account.data && (
        <>
          <General account={account.data} />
          <PageSections />
          {mayReadUsage && <AccountUsage />}
          <SettingsSection title="Ownership">
            <Stack gap="xs">
              <span>
                {account.data.owner
                  ? `Owned by ${account.data.owner.name} (${account.data.owner.email})`
                  : 'This account has no owner.'}
              </span>
              <Copyable value={account.data.id} label="account ID" />
            </Stack>
          </SettingsSection>
        </>
      )}
    </SettingsLayout>
  )
}

function General({ account }: { account: Account }) {
  const mayEdit = useCanUnlessImpersonating('accounts.update')
  return (
    <SettingsSection
      title="General"
      description={
        mayEdit
          ? 'Shown in emails and on invoices.'
          : 'You can view these settings but not change them.'
      }
    >
      {mayEdit ? <GeneralForm account={account} /> : <Definitions items={definitionsOf(account)} />}
    </SettingsSection>
  )
}

const definitionsOf = (account: Account): Definition[] => [
  { label: 'Account name', value: account.name },
  { label: 'Time zone', value: zoneLabel(account.time_zone) },
  { label: 'Billing email', value: account.billing_email ?? 'The owner’s address' },
  { label: 'Tax ID', value: account.tax_id ?? '–' },
]

function GeneralForm({ account }: { account: Account }) {
  const edit = useApiForm({
    initialValues: {
      name: account.name,
      time_zone: account.time_zone,
      billing_email: account.billing_email ?? '',
      tax_id: account.tax_id ?? '',
    },
    validate: { name: isNotEmpty('Enter a name.') },
    submit: ({ name, time_zone, billing_email, tax_id }) =>
      save({ name, time_zone, billing_email: billing_email || null, tax_id: tax_id || null }),
    onDone: () => toast.done('The account was saved.'),
  })
  const { form } = edit
  const zones = useMemo(() => zoneOptions(account.time_zone), [account.time_zone])
  useLeaveGuard(form.isDirty() && !edit.busy)
  return (
    <form onSubmit={edit.onSubmit} noValidate>
      <Stack gap="md">
        <FormProblem problem={edit.problem} />
        <TextInput label="Account name" required {...form.getInputProps('name')} />
        <NativeSelect
          label="Time zone"
          description="Determines working hours in the audit log’s security overview."
          data={zones}
          {...form.getInputProps('time_zone')}
        />
        <TextInput
          label="Billing email"
          description="Optional. Receives invoices and payment notices instead of the owner."
          type="email"
          {...form.getInputProps('billing_email')}
        />
        <TextInput
          label="Tax ID"
          description="Optional. Printed on invoices."
          {...form.getInputProps('tax_id')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={edit.busy} disabled={!form.isDirty()}>
            Save changes
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type Changes = Pick<Account, 'name' | 'time_zone' | 'billing_email' | 'tax_id'>

async function save(body: Changes) {
  const account = await data(api.PUT('/api/v1/accounts/current', { body }))
  queryClient.setQueryData(accountQuery.queryKey, account)
  await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
}
