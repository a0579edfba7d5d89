import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useCanUnlessImpersonating } from '~/session'
import { FactList } from '~/ui/FactList'
import { FormProblem, useApiForm } from '~/ui/form'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { changeProfile, type Profile, type ProfileValues, profileValues } from './queries'
import { taxInWords } from './tax_words'

type Props = { profile: Profile }

/** What invoices say about the account, to change or, for users who may not, to read. */
export function ProfileForm({ profile }: Props) {
  const mayEdit = useCanUnlessImpersonating('billing.update')
  return (
    <SettingsSection
      title="Billing address"
      description="Printed on your next invoices. Issued invoices do not change."
    >
      <Text size="sm" mb="sm">
        {taxInWords(profile)}
      </Text>
      {mayEdit ? <Editable profile={profile} /> : <ProfileFacts profile={profile} />}
    </SettingsSection>
  )
}

/** What invoices say about an account. */
export function ProfileFacts({ profile: { legal_name, address, country, email, tax_id } }: Props) {
  const { line1, line2, postal_code, city, region } = address
  return (
    <FactList
      lines
      facts={[
        ['Legal name', legal_name ?? 'The name of the account'],
        [
          'Address',
          [line1, line2, postal_code, city, region, country].filter(Boolean).join(', ') || '–',
        ],
        ['Email', email ?? 'The billing email of the account'],
        ['Tax ID', tax_id ?? '–'],
      ]}
    />
  )
}

function Editable({ profile }: Props) {
  const edit = useApiForm<ProfileValues, void>({
    initialValues: profileValues(profile),
    validate: {
      country: (text) =>
        /^([A-Za-z]{2})?$/.test(text.trim()) ? null : 'Enter two letters, such as GB.',
    },
    submit: changeProfile,
    onDone: () => toast.done('The billing address was saved.'),
  })
  const { form } = edit
  useLeaveGuard(form.isDirty() && !edit.busy)
  const field = (name: keyof ProfileValues) => form.getInputProps(name)
  return (
    <form onSubmit={edit.onSubmit} noValidate>
      <Stack gap="md">
        <FormProblem problem={edit.problem} />
        <TextInput
          label="Legal name"
          description="Optional. Otherwise the name of the account is printed."
          maxLength={200}
          {...field('legal_name')}
        />
        <TextInput label="Street and number" maxLength={200} {...field('line1')} />
        <TextInput label="More of the address" maxLength={200} {...field('line2')} />
        <Group grow align="flex-start">
          <TextInput label="Postal code" maxLength={200} {...field('postal_code')} />
          <TextInput label="City" maxLength={200} {...field('city')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput label="State or province" maxLength={200} {...field('region')} />
          <TextInput label="Country" placeholder="GB" maxLength={2} {...field('country')} />
        </Group>
        <TextInput
          label="Email"
          description="Optional. Otherwise the billing email of the account is printed."
          type="email"
          {...field('email')}
        />
        <TextInput label="Tax ID" maxLength={50} {...field('tax_id')} />
        <Group justify="flex-end">
          <Button type="submit" loading={edit.busy} disabled={!form.isDirty()}>
            Save changes
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
