import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { AccountField } from './AccountField'
import { type DraftValues, emptyLine, sumOfLines, valuesOfDraft } from './draft_values'
import classes from './invoices.module.css'
import { createDraft, editDraft, type InvoiceDetail } from './queries'

const validate = {
  account_id: isNotEmpty('Choose an account.'),
  lines: {
    description: isNotEmpty('Enter what it is for.'),
    unit_amount_cents: (amount: number | string) =>
      amount === '' ? 'Enter the price of one unit.' : null,
  },
}

/** Drafts an invoice for an account, which is chosen unless it is given. */
export function NewDraft({ accountId, onClose }: { accountId?: string; onClose: () => void }) {
  const api = useApiForm<DraftValues, InvoiceDetail>({
    initialValues: {
      ...{ account_id: accountId ?? '', currency: '', due_on: '', notes: '' },
      lines: [emptyLine],
    },
    validate,
    submit: createDraft,
    onDone: ({ invoice_number }) => {
      toast.done(`${invoice_number} was drafted.`)
      onClose()
    },
  })
  return (
    <FormDrawer
      title="Draft invoice"
      actionLabel="Draft invoice"
      size={720}
      api={api}
      onClose={onClose}
    >
      {!accountId && <AccountField {...api.form.getInputProps('account_id')} />}
      <Select
        label="Currency"
        description="An account is billed in one currency at a time."
        data={[
          { value: '', label: 'Of the account' },
          ...['USD', 'EUR', 'GBP'].map((value) => ({ value, label: value })),
        ]}
        allowDeselect={false}
        {...api.form.getInputProps('currency')}
      />
      <Lines api={api} currency={api.form.getValues().currency || null} />
      <Terms api={api} />
    </FormDrawer>
  )
}

/** Changes a draft. */
export function EditDraft({ invoice, onClose }: { invoice: InvoiceDetail; onClose: () => void }) {
  const api = useApiForm<DraftValues, void>({
    initialValues: valuesOfDraft(invoice),
    validate,
    submit: (values) => editDraft(invoice, values),
    onDone: () => {
      toast.done(`${invoice.invoice_number} was changed.`)
      onClose()
    },
  })
  return (
    <FormDrawer
      title={`Edit ${invoice.invoice_number}`}
      actionLabel="Save changes"
      size={720}
      api={api}
      onClose={onClose}
    >
      <Lines api={api} currency={invoice.currency} />
      <Terms api={api} />
    </FormDrawer>
  )
}

type PartProps = { api: ApiForm<DraftValues> }

const kinds = [
  { value: 'usage', label: 'Charge' },
  { value: 'discount', label: 'Discount' },
  { value: 'adjustment', label: 'Adjustment' },
]

function Lines({ api: { form }, currency }: PartProps & { currency: string | null }) {
  const { lines } = form.getValues()
  const sum = sumOfLines(lines)
  return (
    <fieldset className={classes.drafted}>
      <legend>Lines</legend>
      <Text size="xs" c="dimmed">
        Prices are without tax. That of a discount is negative.
      </Text>
      {lines.map((line, index) => (
        <div key={line.key} className={classes.draftLine}>
          <TextInput
            label="Description"
            required
            maxLength={500}
            {...form.getInputProps(`lines.${index}.description`)}
          />
          <Select
            label="Kind"
            data={kinds}
            allowDeselect={false}
            {...form.getInputProps(`lines.${index}.line_type`)}
          />
          <NumberInput
            label="Quantity"
            required
            hideControls
            allowDecimal={false}
            min={1}
            max={100_000}
            {...form.getInputProps(`lines.${index}.quantity`)}
          />
          <NumberInput
            label="Unit price"
            required
            hideControls
            decimalScale={2}
            thousandSeparator=","
            {...form.getInputProps(`lines.${index}.unit_amount_cents`)}
          />
          {lines.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.removeLine}
              aria-label={`Remove line ${index + 1}`}
              onClick={() => form.removeListItem('lines', index)}
            >
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </div>
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          disabled={lines.length >= 100}
          onClick={() => form.insertListItem('lines', { ...emptyLine, key: crypto.randomUUID() })}
        >
          Add line
        </Button>
        <span role="status">
          Sum without tax: {currency ? formatMoney(sum, currency) : (sum / 100).toFixed(2)}
        </span>
      </Group>
    </fieldset>
  )
}

function Terms({ api: { form } }: PartProps) {
  return (
    <>
      <TextInput
        label="Due"
        description="Optional. Otherwise 30 days after it is issued."
        type="date"
        {...form.getInputProps('due_on')}
      />
      <Textarea
        label="Notes"
        description="Optional. Printed below the lines."
        rows={2}
        maxLength={2000}
        {...form.getInputProps('notes')}
      />
    </>
  )
}
