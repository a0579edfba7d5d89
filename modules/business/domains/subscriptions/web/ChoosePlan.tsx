import { Drawer, NumberInput, Radio, Text } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { offeredPlansQuery } from '~/plans'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { PlanCard } from './PlanCard'
import classes from './plan_cards.module.css'
import { priceEffect } from './price_effect'
import { choosePlan, type PlanChoice, type Subscription } from './queries'

type Props = { current: Subscription | null; onClose: () => void }

/** Subscribes to a plan, or changes the plan. */
export default function ChoosePlan({ current, onClose }: Props) {
  const { data: plans = [], isPending, isSuccess } = useQuery(offeredPlansQuery)
  const api = useApiForm<PlanChoice, Subscription>({
    initialValues: { plan_id: current?.plan.id ?? null, quantity: current?.quantity ?? 1 },
    validate: { plan_id: isNotEmpty('Choose a plan.') },
    submit: (values) => choosePlan(current, values),
    onDone: ({ plan, status }) => {
      toast.done(
        status === 'incomplete'
          ? `${plan.name} is waiting for payment.`
          : `You are subscribed to ${plan.name}.`,
      )
      onClose()
    },
  })
  const { plan_id, quantity } = api.form.getValues()
  const chosen = plans.find(({ id }) => id === plan_id)
  const currentLimits = plans.find(({ id }) => id === current?.plan.id)?.limits
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
      <Text role="status" fw={500}>
        {chosen && priceEffect(current, { plan: chosen, quantity: Number(quantity) || 1 })}
      </Text>
    </FormDrawer>
  )
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
