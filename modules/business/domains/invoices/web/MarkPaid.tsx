import { Text, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { type InvoiceDetail, markPaid } from './queries'

/** Records that the amount due was paid outside any gateway. */
export default function MarkPaid({
  invoice,
  onClose,
}: {
  invoice: InvoiceDetail
  onClose: () => void
}) {
  const api = useApiForm({
    initialValues: { reference: '' },
    validate: { reference: isNotEmpty('Enter a reference.') },
    submit: ({ reference }) => markPaid(invoice, reference),
    onDone: () => {
      toast.done(`${invoice.invoice_number} was marked as paid.`)
      onClose()
    },
  })
  return (
    <FormDrawer title="Mark as paid" actionLabel="Mark as paid" api={api} onClose={onClose}>
      <Text>
        Records a payment of {formatMoney(invoice.amount_due_cents, invoice.currency)}, the whole
        amount due.
      </Text>
      <TextInput
        label="Reference"
        description="Where the money can be found, such as the reference of a bank transfer."
        required
        maxLength={255}
        data-autofocus
        {...api.form.getInputProps('reference')}
      />
    </FormDrawer>
  )
}
