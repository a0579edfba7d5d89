import { Group, MultiSelect, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { hasLength } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { offeredPlansQuery } from '~/plans'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { type Coupon, type CouponValues, changeCoupon, createCoupon } from './queries'

const validate = { code: hasLength({ min: 2, max: 50 }, 'Enter 2 to 50 characters.') }

export function NewCoupon({ onClose }: { onClose: () => void }) {
  const api = useApiForm<CouponValues, void>({
    initialValues: {
      ...{ code: '', kind: 'percent', off: '', currency: 'USD', periods: '' },
      ...{ redeem_by: '', max_redemptions: '', plan_ids: [] },
    },
    validate: {
      ...validate,
      off: (off: number | string) => (Number(off) > 0 ? null : 'Enter what it takes off.'),
    },
    submit: createCoupon,
    onDone: () => {
      toast.done('The coupon was created.')
      onClose()
    },
  })
  const { form } = api
  const isPercent = form.getValues().kind === 'percent'
  return (
    <FormDrawer title="Create coupon" actionLabel="Create coupon" api={api} onClose={onClose}>
      <Code api={api} />
      <SegmentedControl
        aria-label="What it takes off"
        data={[
          { value: 'percent', label: 'Percentage' },
          { value: 'amount', label: 'Amount' },
        ]}
        {...form.getInputProps('kind')}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={isPercent ? 'Percentage' : 'Amount'}
          description={isPercent ? 'Off the price of each unit.' : 'Off the price of a period.'}
          required
          hideControls
          allowNegative={false}
          decimalScale={2}
          {...(isPercent && { max: 100, suffix: ' %' })}
          {...form.getInputProps('off')}
        />
        {!isPercent && (
          <Select
            label="Currency"
            description="Of the plans it is for."
            data={['USD', 'EUR', 'GBP']}
            allowDeselect={false}
            {...form.getInputProps('currency')}
          />
        )}
      </Group>
      <NumberInput
        label="Periods"
        description="For how many billing periods. Empty for good."
        {...integer}
        {...form.getInputProps('periods')}
      />
      <Conditions api={api} />
    </FormDrawer>
  )
}

type EditProps = { coupon: Coupon; onClose: () => void }

/** What a coupon takes off cannot change. */
export function EditCoupon({ coupon, onClose }: EditProps) {
  const { code, percent, amount_cents, currency, redeem_by, max_redemptions, plan_ids } = coupon
  const api = useApiForm<CouponValues, void>({
    initialValues: {
      ...{ code, kind: percent === null ? 'amount' : 'percent', currency: currency ?? 'USD' },
      ...{ off: percent ?? (amount_cents ?? 0) / 100, periods: coupon.periods ?? '' },
      ...{ redeem_by: redeem_by?.slice(0, 10) ?? '', max_redemptions: max_redemptions ?? '' },
      plan_ids: plan_ids ?? [],
    },
    validate,
    submit: (values) => changeCoupon(coupon.id, values),
    onDone: () => {
      toast.done('The coupon was saved.')
      onClose()
    },
  })
  return (
    <FormDrawer title={`Edit ${code}`} actionLabel="Save changes" api={api} onClose={onClose}>
      <Code api={api} />
      <Conditions api={api} />
    </FormDrawer>
  )
}

type FieldsProps = { api: ApiForm<CouponValues> }

const integer = { allowDecimal: false, allowNegative: false, hideControls: true } as const

const Code = ({ api: { form } }: FieldsProps) => (
  <TextInput
    label="Code"
    description="Letters, digits, hyphens and underscores, in any case."
    required
    data-autofocus
    {...form.getInputProps('code')}
  />
)

function Conditions({ api: { form } }: FieldsProps) {
  const { data: plans = [] } = useQuery(offeredPlansQuery)
  return (
    <>
      <TextInput
        label="Last day"
        description="Optional. It can be redeemed until the end of this day in UTC."
        type="date"
        {...form.getInputProps('redeem_by')}
      />
      <NumberInput
        label="Accounts"
        description="How many accounts can redeem it, each once. Empty for any number."
        {...integer}
        {...form.getInputProps('max_redemptions')}
      />
      <MultiSelect
        label="Plans"
        description="The plans that it is for. Empty for every plan."
        data={plans.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        {...form.getInputProps('plan_ids')}
      />
    </>
  )
}
