import { Radio, Stack } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { type AdminPayment, settlePayment } from './admin_queries'

type Props = { payment: AdminPayment; onClose: () => void }

/** Decides what the money of a payment that is in suspense is for. */
export default function SettleSuspense({ payment, onClose }: Props) {
  const { invoice, suspense_cents, currency } = payment
  const api = useApiForm<{ to: 'invoice' | 'balance' }, void>({
    initialValues: { to: invoice ? 'invoice' : 'balance' },
    submit: ({ to }) => settlePayment(payment, to),
    onDone: () => {
      toast.done('The payment was settled.')
      onClose()
    },
  })
  return (
    <FormDrawer title="Settle payment" actionLabel="Settle" api={api} onClose={onClose}>
      <Radio.Group
        label={`What are ${formatMoney(suspense_cents, currency)} for?`}
        {...api.form.getInputProps('to')}
      >
        <Stack gap="sm" mt="xs">
          {invoice && (
            <Radio
              value="invoice"
              label={`Invoice ${invoice.invoice_number}`}
              description="Pays what is due. Anything beyond that becomes credit of the account."
            />
          )}
          <Radio
            value="balance"
            label="Credit of the account"
            description="Its next invoices use this credit first."
          />
        </Stack>
      </Radio.Group>
    </FormDrawer>
  )
}
