import { NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { type AdminPayment, refundPayment } from './admin_queries'

/** Pays back a payment, or a part of it. */
export default function RefundPayment({
  payment,
  onClose,
}: {
  payment: AdminPayment
  onClose: () => void
}) {
  const { id, amount_cents, refunded_cents, suspense_cents, currency, gateway } = payment
  const most = amount_cents - refunded_cents
  const isManual = gateway === 'manual'
  const api = useApiForm<
    { amount_cents: number | string; to: 'method' | 'balance'; reason: string; reference: string },
    void
  >({
    initialValues: { amount_cents: most / 100, to: 'method', reason: '', reference: '' },
    validate: {
      amount_cents: (amount) => {
        if (!(Number(amount) > 0)) return 'Enter an amount.'
        const isTooMuch = Math.round(Number(amount) * 100) > most
        return isTooMuch ? `Enter at most ${formatMoney(most, currency)}.` : null
      },
      reason: isNotEmpty('Enter why it is paid back.'),
      reference: (reference, { to }) =>
        isManual && to === 'method' && !reference ? 'Enter a reference.' : null,
    },
    submit: ({ amount_cents: amount, to, reason, reference }) =>
      refundPayment(id, {
        ...{ amount_cents: Math.round(Number(amount) * 100), to, reason },
        ...(isManual && to === 'method' && { reference }),
      }),
    onDone: () => {
      toast.done('The refund was requested.')
      onClose()
    },
  })
  const { form } = api
  const { to } = form.getValues()
  return (
    <FormDrawer title="Refund payment" actionLabel="Refund" api={api} onClose={onClose}>
      <Text>
        {suspense_cents > 0
          ? 'Money in suspense is paid back first, then credit that was not used. A credit note is issued for what paid the invoice.'
          : 'A credit note is issued for what paid the invoice, which stays paid. The subscription does not change.'}
      </Text>
      <NumberInput
        label={`Amount in ${currency}`}
        description="Tax included."
        required
        hideControls
        allowNegative={false}
        decimalScale={2}
        thousandSeparator=","
        data-autofocus
        {...form.getInputProps('amount_cents')}
      />
      <Select
        label="To"
        data={[
          { value: 'method', label: isManual ? 'Paid back by hand' : 'Where the money came from' },
          { value: 'balance', label: 'Credit of the account' },
        ]}
        allowDeselect={false}
        {...form.getInputProps('to')}
      />
      {isManual && to === 'method' && (
        <TextInput
          label="Reference"
          description="Where the money can be found, such as the reference of a bank transfer."
          required
          maxLength={255}
          {...form.getInputProps('reference')}
        />
      )}
      <Textarea
        label="Reason"
        description="Shown on the credit note."
        required
        rows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  )
}
