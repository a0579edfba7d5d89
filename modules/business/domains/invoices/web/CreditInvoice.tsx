import { NumberInput, Select, Text, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { creditInvoice, type InvoiceDetail } from './queries'

type Values = {
  amount_cents: number | string
  reason: 'correction' | 'goodwill'
  description: string
}

/** Credits part of an invoice, or all of it. */
export default function CreditInvoice({
  invoice,
  onClose,
}: {
  invoice: InvoiceDetail
  onClose: () => void
}) {
  const api = useApiForm<Values, void>({
    initialValues: { amount_cents: '', reason: 'correction', description: '' },
    validate: {
      amount_cents: (amount) => {
        if (!(Number(amount) > 0)) return 'Enter an amount.'
        const most = formatMoney(invoice.total_cents, invoice.currency)
        return Number(amount) * 100 > invoice.total_cents ? `Enter at most ${most}.` : null
      },
      description: isNotEmpty('Enter what is credited.'),
    },
    submit: ({ amount_cents, ...values }) =>
      creditInvoice(invoice, { ...values, amount_cents: Math.round(Number(amount_cents) * 100) }),
    onDone: () => {
      toast.done('The credit note was issued.')
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer
      title="Issue credit note"
      actionLabel="Issue credit note"
      api={api}
      onClose={onClose}
    >
      <Text>
        {invoice.status === 'open'
          ? 'Reduces what is due for this invoice. Anything beyond that becomes credit of the account.'
          : 'Becomes credit of the account, which its next invoices use.'}
      </Text>
      <NumberInput
        label={`Amount in ${invoice.currency}`}
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
        label="Reason"
        data={[
          { value: 'correction', label: 'Correction' },
          { value: 'goodwill', label: 'Goodwill' },
        ]}
        allowDeselect={false}
        {...form.getInputProps('reason')}
      />
      <Textarea
        label="Description"
        description="Shown on the credit note."
        required
        rows={2}
        maxLength={500}
        {...form.getInputProps('description')}
      />
    </FormDrawer>
  )
}
