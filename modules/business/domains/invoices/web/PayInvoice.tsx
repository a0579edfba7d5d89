import { Alert, Anchor, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { type InvoiceDetail, type PayableMethod, payableMethodsQuery, payInvoice } from './queries'

type Props = { invoice: InvoiceDetail; onClose: () => void }

/** Pays what is due, with a payment method of the account. */
export default function PayInvoice({ invoice, onClose }: Props) {
  const { data: methods } = useQuery(payableMethodsQuery)
  if (!methods) return <Skeleton height={120} aria-busy="true" />
  return <Form invoice={invoice} methods={methods} onClose={onClose} />
}

function Form({ invoice, methods, onClose }: Props & { methods: PayableMethod[] }) {
  const chosen = methods.find(({ is_default }) => is_default) ?? methods[0]
  const api = useApiForm({
    initialValues: { payment_method_id: chosen?.id ?? '' },
    submit: ({ payment_method_id }) => payInvoice(invoice, payment_method_id),
    onDone: ({ payment }) => {
      // The page of the payment embeds the form of the gateway, so it is loaded anew.
      if (payment?.status === 'requires_action') {
        window.location.assign(`/billing/payments/${payment.id}`)
        return
      }
      if (!payment || payment.status === 'succeeded') {
        toast.done(`${invoice.invoice_number} is paid.`)
      } else {
        toast.notice('The payment is being processed. You are not charged twice.')
      }
      onClose()
    },
  })
  return (
    <FormDrawer title="Pay invoice" actionLabel="Pay" api={api} onClose={onClose}>
      <Text>
        {formatMoney(invoice.amount_due_cents, invoice.currency)} for {invoice.invoice_number}.
        Credit of the account is used first.
      </Text>
      {methods.length === 0 ? (
        <Alert color="amber">
          Add a payment method first.{' '}
          <Anchor href="/billing/payment-methods/new">Add payment method</Anchor>
        </Alert>
      ) : (
        <Select
          label="Payment method"
          allowDeselect={false}
          data={methods.map(({ id, name }) => ({ value: id, label: name }))}
          data-autofocus
          {...api.form.getInputProps('payment_method_id')}
        />
      )}
    </FormDrawer>
  )
}
