import { NumberInput, Switch, Text, Textarea } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { type AccountProfile, changeTax, type TaxValues } from './queries'

/** Sets the tax of an account. */
export default function ChangeTax({
  profile: { id, name, tax_rate, tax_exempt, exemption_note },
  onClose,
}: {
  profile: AccountProfile
  onClose: () => void
}) {
  const api = useApiForm<TaxValues, void>({
    initialValues: {
      rate: Math.round(tax_rate * 10_000) / 100,
      tax_exempt,
      exemption_note: exemption_note ?? '',
    },
    validate: {
      rate: (rate) => (Number(rate) >= 100 ? 'Enter less than 100 %.' : null),
    },
    submit: (values) => changeTax(id, values),
    onDone: () => {
      toast.done(`The tax of ${name} was changed.`)
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer title="Change tax" actionLabel="Save changes" api={api} onClose={onClose}>
      <Text>Counts for invoices that are issued from now on. Issued invoices keep their tax.</Text>
      <Switch
        label="Exempt from tax"
        data-autofocus
        {...form.getInputProps('tax_exempt', { type: 'checkbox' })}
      />
      {form.getValues().tax_exempt ? (
        <Textarea
          label="Why it is exempt"
          description="Printed on invoices, for example “Reverse charge”."
          rows={2}
          maxLength={500}
          {...form.getInputProps('exemption_note')}
        />
      ) : (
        <NumberInput
          label="Tax rate"
          suffix=" %"
          hideControls
          allowNegative={false}
          decimalScale={2}
          {...form.getInputProps('rate')}
        />
      )}
    </FormDrawer>
  )
}
