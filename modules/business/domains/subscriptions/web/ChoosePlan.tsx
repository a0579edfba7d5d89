import { NumberInput, Radio, Stack, Text } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { formatPrice, offeredPlansQuery } from '~/plans'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { choosePlan, type PlanChoice, type Subscription } from './queries'

type Props = { current: Subscription | null; onClose: () => void }

/** Subscribes to one of the plans on offer, or moves to another. */
export default function ChoosePlan({ current, onClose }: Props) {
  const { data: plans = [], isPending } = useQuery(offeredPlansQuery)
  const api = useApiForm<PlanChoice, Subscription>({
    initialValues: { plan_id: current?.plan.id ?? null, quantity: current?.quantity ?? 1 },
    validate: { plan_id: isNotEmpty('Choose a plan') },
    submit: (values) => choosePlan(current, values),
    onDone: ({ plan, status }) => {
      toast.done(
        status === 'incomplete' ? `${plan.name} waits for its payment.` : `You have ${plan.name}.`,
      )
      onClose()
    },
  })
  const verb = current ? 'Change plan' : 'Subscribe'
  return (
    <FormDrawer
      title={current ? 'Change plan' : 'Choose a plan'}
      actionLabel={verb}
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
              description={about(plan)}
            />
          ))}
          {!isPending && plans.length === 0 && (
            <Text size="sm" c="dimmed">
              No plan is on offer on this server.
            </Text>
          )}
        </Stack>
      </Radio.Group>
      <NumberInput
        label="Quantity"
        description="How many times the plan is paid for."
        min={1}
        max={100_000}
        allowDecimal={false}
        hideControls
        {...api.form.getInputProps('quantity')}
      />
    </FormDrawer>
  )
}

function about({ description, trial_days }: { description: string | null; trial_days: number }) {
  const trial = trial_days > 0 && `Free for the first ${trial_days} days, once.`
  return [description, trial].filter(Boolean).join(' ')
}
