import { NumberInput, SegmentedControl, Text, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { type DiscountValues, discountedQuery, giveDiscount } from './queries'

type Props = { subscriptionId: string; onClose: () => void }

const integer = { allowDecimal: false, allowNegative: false, hideControls: true } as const

/** Gives one subscription a discount, which counts from its next period on. */
export default function GiveDiscount({ subscriptionId, onClose }: Props) {
  const { data: subscription } = useQuery(discountedQuery(subscriptionId))
  const api = useApiForm<DiscountValues, void>({
    initialValues: { kind: 'percent', off: '', periods: '', reason: '' },
    validate: {
      off: (off) => (Number(off) > 0 ? null : 'Enter what it takes off.'),
      reason: isNotEmpty('Enter why it is given.'),
    },
    submit: (values) => giveDiscount(subscriptionId, values),
    onDone: () => {
      toast.done('The discount was given.')
      onClose()
    },
  })
  const { form } = api
  const isPercent = form.getValues().kind === 'percent'
  return (
    <FormDrawer title="Give discount" actionLabel="Give discount" api={api} onClose={onClose}>
      <Text>It counts from the next billing period on; during a trial, at once.</Text>
      <SegmentedControl
        aria-label="What it takes off"
        data={[
          { value: 'percent', label: 'Percentage' },
          { value: 'amount', label: 'Amount' },
        ]}
        {...form.getInputProps('kind')}
      />
      <NumberInput
        label={
          isPercent
            ? 'Percentage'
            : `Amount in ${subscription?.plan.currency ?? 'the currency of the plan'}`
        }
        description={isPercent ? 'Off the price of each unit.' : 'Off the price of a period.'}
        required
        hideControls
        allowNegative={false}
        decimalScale={2}
        data-autofocus
        {...(isPercent && { max: 100, suffix: ' %' })}
        {...form.getInputProps('off')}
        error={form.errors.off ?? form.errors.percent ?? form.errors.amount_cents}
      />
      <NumberInput
        label="Periods"
        description="For how many billing periods. Empty for good."
        {...integer}
        {...form.getInputProps('periods')}
      />
      <Textarea
        label="Reason"
        description="Kept with the discount; the account does not see it."
        required
        rows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  )
}
