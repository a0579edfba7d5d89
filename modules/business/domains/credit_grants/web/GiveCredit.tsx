import { Group, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { type CreditValues, giveCredit } from './queries'

/** Gives an account credit for goodwill. */
export default function GiveCredit({
  accountId,
  onClose,
}: {
  accountId: string
  onClose: () => void
}) {
  const api = useApiForm<CreditValues, void>({
    initialValues: { amount: '', currency: '', reason: '', last_day: '' },
    validate: {
      amount: (amount) => (Number(amount) > 0 ? null : 'Enter an amount.'),
      reason: isNotEmpty('Enter why the credit is given.'),
    },
    submit: (values) => giveCredit(accountId, values),
    onDone: () => {
      toast.done('The credit was given.')
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer title="Give credit" actionLabel="Give credit" api={api} onClose={onClose}>
      <Text>
        The next invoices of the account use it. Its owners and billing administrators are notified.
      </Text>
      <Group grow align="flex-start">
        <NumberInput
          label="Amount"
          required
          hideControls
          allowNegative={false}
          decimalScale={2}
          thousandSeparator=","
          data-autofocus
          {...form.getInputProps('amount')}
        />
        <Select
          label="Currency"
          description="The one that the account is billed in."
          data={[
            { value: '', label: 'Of the account' },
            ...['USD', 'EUR', 'GBP'].map((value) => ({ value, label: value })),
          ]}
          allowDeselect={false}
          {...form.getInputProps('currency')}
        />
      </Group>
      <Textarea
        label="Reason"
        description="Shown to the account."
        required
        rows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
      <TextInput
        label="Last day"
        description="Optional. What is left expires at the end of this day in UTC."
        type="date"
        {...form.getInputProps('last_day')}
      />
    </FormDrawer>
  )
}
