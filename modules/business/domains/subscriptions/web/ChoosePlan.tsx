import { NumberInput, Radio, Stack, Text } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { formatPrice, offeredPlansQuery } from '~/plans'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { choosePlan, type PlanChoice, type Subscription } from './queries'

type Props = { current: Subscription | null; onClose: () => void }

/** Subscribes to a plan, or changes the plan. */
export default function ChoosePlan({ current, onClose }: Props) {
  const { data: plans = [], isPending } = useQuery(offeredPlansQuery)
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
  const actionLabel = current ? 'Change plan' : 'Subscribe'
  return (
    <FormDrawer
      title={current ? 'Change plan' : 'Choose a plan'}
      actionLabel={actionLabel}
      api={api}
      onClose={onClose}
    >
      <Radio.Group label="Plan" required {...api.form.getInputProps('plan_id')}>
        <Stack gap="sm" mt="xs">
          {plans.map((plan) => (
            <Radio
              key={plan.id}
              value={plan.id}
              label={`${plan.name}, ${formatPrice(plan).toLowerCase()}`}
              description={describe(plan)}
            />
          ))}
          {!isPending && plans.length === 0 && (
            <Text size="sm" c="dimmed">
              No plans are available.
            </Text>
          )}
        </Stack>
      </Radio.Group>
      <NumberInput
        label="Quantity"
        description="The price is multiplied by this number."
        min={1}
        max={100_000}
        allowDecimal={false}
        hideControls
        {...api.form.getInputProps('quantity')}
      />
    </FormDrawer>
  )
}

function describe({ description, trial_days }: { description: string | null; trial_days: number }) {
  const trial = trial_days > 0 && `${trial_days}-day free trial, once per account.`
  return [description, trial].filter(Boolean).join(' ')
}
