import { Drawer, NumberInput, Radio, Text, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { offeredPlansQuery } from '~/plans'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { ChangeEffect } from './ChangeEffect'
import { FirstInvoice } from './FirstInvoice'
import { PlanCard } from './PlanCard'
import classes from './plan_cards.module.css'
import { priceEffect } from './price_effect'
import { choosePlan, type PaidSubscription, type PlanChoice, type Subscription } from './queries'
import { changeInWords } from './words'

type Props = { current: Subscription | null; onClose: () => void }

/** Subscribes to a plan, or changes the plan. */
export default function ChoosePlan({ current, onClose }: Props) {
  const { data: plans = [], isPending, isSuccess } = useQuery(offeredPlansQuery)
  const api = useApiForm<PlanChoice, PaidSubscription>({
    initialValues: {
      ...{ plan_id: current?.plan.id ?? null, quantity: current?.quantity ?? 1 },
      when: isPaid(current) ? 'period_end' : 'now',
      discount_code: '',
      ...(current && { lock_version: current.lock_version }),
    },
    validate: { plan_id: isNotEmpty('Choose a plan.') },
    submit: (values) => choosePlan(current, values),
    onDone: (subscription) => {
      // The page of the payment embeds the form of the gateway, so it is loaded anew.
      if (subscription.payment?.status === 'requires_action') {
        window.location.assign(`/billing/payments/${subscription.payment.id}`)
        return
      }
      toast.done(outcomeOf(subscription))
      onClose()
    },
  })
  const { plan_id, quantity, when, discount_code } = api.form.getValues()
  const chosen = plans.find(({ id }) => id === plan_id)
  const currentLimits = plans.find(({ id }) => id === current?.plan.id)?.limits
  const units = Number(quantity) || 1
  const isFirstPaid = !current && (chosen?.price_cents ?? 0) > 0
  const isChange = isPaid(current) && chosen && !isSame(current, chosen.id, units)
  if (!current && isSuccess && plans.length === 0) return <NoPlans onClose={onClose} />
  return (
    <FormDrawer
      title={current ? 'Change plan' : 'Choose a plan'}
      actionLabel={current ? 'Change plan' : 'Subscribe'}
      size={720}
      api={api}
      onClose={onClose}
    >
      <Radio.Group label="Plan" required {...api.form.getInputProps('plan_id')}>
        <div className={classes.cards}>
          {plans.map((plan) => (
            <PlanCard
              key={plan.id}
              plan={plan}
              current={current && { id: current.plan.id, limits: currentLimits }}
            />
          ))}
        </div>
        {!isPending && plans.length === 0 && (
          <Text size="sm" c="dimmed">
            No plans are available.
          </Text>
        )}
      </Radio.Group>
      <NumberInput
        label="Quantity"
        description="The price is multiplied by this number. The limits stay the same."
        min={1}
        max={100_000}
        allowDecimal={false}
        hideControls
        {...api.form.getInputProps('quantity')}
      />
      <TextInput
        label="Discount code"
        description="Optional. The code of a coupon or promotion."
        {...api.form.getInputProps('discount_code')}
      />
      <Text role="status" fw={500}>
        {chosen && !isFirstPaid && priceEffect(current, { plan: chosen, quantity: units })}
      </Text>
      {chosen && isFirstPaid && (
        <FirstInvoice plan={chosen} quantity={units} code={discount_code} />
      )}
      {isChange && (
        <ChangeEffect
          {...{ current, plan: chosen, quantity: units, when, code: discount_code }}
          onChange={(value) => api.form.setFieldValue('when', value)}
        />
      )}
    </FormDrawer>
  )
}

/** Whether a change moves money. */
const isPaid = (current: Subscription | null): current is Subscription =>
  current?.status === 'active'

const isSame = (current: Subscription, planId: string, quantity: number) =>
  current.plan.id === planId && current.quantity === quantity

/** What came of the choice, as a sentence. */
function outcomeOf({ plan, status, pending_change }: PaidSubscription): string {
  if (status === 'incomplete') return `${plan.name} is waiting for payment.`
  if (pending_change) return `Your plan will change to ${changeInWords(pending_change)}.`
  return `You are subscribed to ${plan.name}.`
}

const NoPlans = ({ onClose }: { onClose: () => void }) => (
  <Drawer
    opened
    title="Choose a plan"
    closeButtonProps={{ 'aria-label': 'Close' }}
    onClose={onClose}
  >
    <Text>No plans are available. Contact the administrator of this server.</Text>
  </Drawer>
)
