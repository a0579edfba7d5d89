import { Checkbox, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { hasLength } from '@mantine/form'
import { NO_LIMIT, type Plan } from '~/plans'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { PlanDiscounts } from './PlanDiscounts'
import { changePlan, createPlan, type PlanValues } from './queries'
import { tierNames } from './words'

const validate = {
  name: hasLength({ min: 2, max: 100 }, 'Enter 2 to 100 characters.'),
  price: (price: number | string) => (price === '' ? 'Enter a price. 0 is free.' : null),
}

const newPlanValues: PlanValues = {
  name: '',
  description: '',
  price: '',
  currency: 'USD',
  tax_inclusive: false,
  billing_cycle: 'monthly',
  trial_days: 0,
  max_users: 2,
  max_api_keys: 5,
  max_webhooks: 5,
  rate_limit_tier: 'free',
  status: 'active',
  is_public: true,
  is_default: false,
  ...{ annual_discount_percent: 0, volume_discount_tiers: [], promotional_discount_percent: 0 },
  ...{ promotional_discount_start: '', promotional_discount_end: '' },
  ...{ promotional_discount_code: '', promotional_discount_periods: '' },
}

export function NewPlan({ onClose }: { onClose: () => void }) {
  const api = useApiForm<PlanValues, string>({
    initialValues: newPlanValues,
    validate,
    submit: async (values) => {
      await createPlan(values)
      return values.name
    },
    onDone: (name) => {
      toast.done(`${name} was created.`)
      onClose()
    },
  })
  return (
    <FormDrawer title="Create plan" actionLabel="Create plan" api={api} onClose={onClose}>
      <Fields api={api} inUse={false} />
    </FormDrawer>
  )
}

export function EditPlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { limits, description, price_cents, ...rest } = plan
  const { name, currency, billing_cycle, trial_days, rate_limit_tier, status } = rest
  const api = useApiForm<PlanValues, void>({
    initialValues: {
      name,
      currency,
      billing_cycle,
      trial_days,
      rate_limit_tier,
      status,
      ...limits,
      tax_inclusive: plan.tax_inclusive,
      is_public: plan.is_public,
      is_default: plan.is_default,
      description: description ?? '',
      price: price_cents / 100,
      annual_discount_percent: plan.annual_discount_percent,
      volume_discount_tiers: plan.volume_discount_tiers,
      promotional_discount_percent: plan.promotional_discount_percent,
      promotional_discount_start: plan.promotional_discount_start?.slice(0, 10) ?? '',
      promotional_discount_end: plan.promotional_discount_end?.slice(0, 10) ?? '',
      promotional_discount_code: plan.promotional_discount_code ?? '',
      promotional_discount_periods: plan.promotional_discount_periods ?? '',
    },
    validate,
    submit: (values) => changePlan(plan.id, values),
    onDone: () => {
      toast.done('The plan was saved.')
      onClose()
    },
  })
  return (
    <FormDrawer title={`Edit ${plan.name}`} actionLabel="Save changes" api={api} onClose={onClose}>
      <Fields api={api} inUse={(plan.live_subscriptions_count ?? 0) > 0} />
    </FormDrawer>
  )
}

type FieldsProps = { api: ApiForm<PlanValues>; inUse: boolean }

function Fields({ api: { form }, inUse }: FieldsProps) {
  const field = (name: keyof PlanValues) => form.getInputProps(name)
  const checkbox = (name: keyof PlanValues) => form.getInputProps(name, { type: 'checkbox' })
  const integer = { allowDecimal: false, allowNegative: false, hideControls: true } as const
  return (
    <>
      <TextInput label="Name" required data-autofocus {...field('name')} />
      <Textarea
        label="Description"
        description="Optional. Shown when choosing a plan."
        rows={2}
        maxLength={1000}
        {...field('description')}
      />
      <NumberInput
        label="Price"
        description={
          inUse
            ? 'The price cannot be changed, because accounts use this plan. Create another plan instead.'
            : 'Per billing period. 0 is free.'
        }
        required
        hideControls
        allowNegative={false}
        decimalScale={2}
        disabled={inUse}
        {...field('price')}
      />
      <Group grow align="flex-start">
        <Select
          label="Currency"
          data={['USD', 'EUR', 'GBP']}
          allowDeselect={false}
          disabled={inUse}
          {...field('currency')}
        />
        <Select
          label="Billing cycle"
          data={[
            { value: 'monthly', label: 'Monthly' },
            { value: 'quarterly', label: 'Quarterly' },
            { value: 'yearly', label: 'Yearly' },
          ]}
          allowDeselect={false}
          disabled={inUse}
          {...field('billing_cycle')}
        />
      </Group>
      <Checkbox
        label="Tax included"
        description="Otherwise the tax of the account is added to the price."
        disabled={inUse}
        {...checkbox('tax_inclusive')}
      />
      <NumberInput
        label="Trial"
        description="Trial days, once per account. 0 for no trial."
        suffix=" days"
        max={365}
        {...integer}
        {...field('trial_days')}
      />
      <NumberInput
        label="Users"
        description={`Enter ${NO_LIMIT} for no limit.`}
        {...integer}
        {...field('max_users')}
      />
      <Group grow align="flex-start">
        <NumberInput label="API keys" {...integer} {...field('max_api_keys')} />
        <NumberInput label="Webhooks" {...integer} {...field('max_webhooks')} />
      </Group>
      <Select
        label="Rate limit tier"
        description="How many requests accounts on this plan can send."
        data={Object.entries(tierNames).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...field('rate_limit_tier')}
      />
      <PlanDiscounts form={form} inUse={inUse} />
      <Select
        label="Status"
        description="Only active plans can be chosen. Existing subscriptions are not affected."
        data={[
          { value: 'active', label: 'Active' },
          { value: 'inactive', label: 'Inactive' },
          { value: 'archived', label: 'Archived' },
        ]}
        allowDeselect={false}
        {...field('status')}
      />
      <Checkbox
        label="Public"
        description="Listed when users choose a plan."
        {...checkbox('is_public')}
      />
      <Checkbox
        label="Default for new accounts"
        description="Only one plan can be the default. It must be free or have a trial."
        {...checkbox('is_default')}
      />
    </>
  )
}
