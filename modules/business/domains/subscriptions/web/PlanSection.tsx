import { Alert, Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatPrice } from '~/plans'
import { useCan, useMe } from '~/session'
import { LoadError } from '~/ui/LoadError'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { CancelPlan, PausePlan } from './CancelPlan'
import { DunningNotice } from './DunningNotice'
import { isPaymentNear, nextStep } from './next_step'
import {
  keepCurrentPlan,
  keepPlan,
  resumePlan,
  type Subscription,
  subscriptionQuery,
} from './queries'
import { changeInWords } from './words'

const ChoosePlan = lazy(() => import('./ChoosePlan'))

/** The subscription of the account. */
export function PlanSection() {
  const query = useQuery(subscriptionQuery)
  const impersonating = useMe().impersonator !== null
  const can = {
    create: useCan('subscriptions.create') && !impersonating,
    change: useCan('subscriptions.update') && !impersonating,
    cancel: useCan('subscriptions.delete') && !impersonating,
  }
  const [dialog, setDialog] = useState<'choose' | 'cancel' | 'pause' | null>(null)
  const closeDialog = () => setDialog(null)
  const subscription = query.data ?? null
  const mayChoose = subscription ? can.change : can.create
  return (
    <SettingsSection
      title="Plan"
      aside={subscription && <StatusPill state={subscription.status} />}
    >
      {query.isPending && <Skeleton height={60} aria-busy="true" />}
      {query.error && <LoadError error={query.error} retry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <Stack gap="sm">
          {subscription ? <Summary subscription={subscription} /> : <NoPlan />}
          <Group gap="xs">
            {mayChoose && (!subscription || canChange(subscription)) && (
              <Button variant="default" onClick={() => setDialog('choose')}>
                {subscription ? 'Change plan' : 'Choose a plan'}
              </Button>
            )}
            {subscription && <Acts subscription={subscription} can={can} onOpen={setDialog} />}
          </Group>
        </Stack>
      )}
      <Suspense>
        {dialog === 'choose' && <ChoosePlan current={subscription} onClose={closeDialog} />}
      </Suspense>
      {dialog === 'cancel' && subscription && (
        <CancelPlan subscription={subscription} onClose={closeDialog} />
      )}
      {dialog === 'pause' && subscription && (
        <PausePlan subscription={subscription} onClose={closeDialog} />
      )}
    </SettingsSection>
  )
}

/** What must be paid first cannot be changed. */
const canChange = ({ status, pending_change }: Subscription) =>
  (status === 'active' || status === 'trialing') && pending_change?.takes_effect !== 'payment'

type ActsProps = {
  subscription: Subscription
  can: { change: boolean; cancel: boolean }
  onOpen: (dialog: 'cancel' | 'pause') => void
}

/** What else can be done with the plan in its state. */
function Acts({ subscription, can, onOpen }: ActsProps) {
  const { plan, status, pending_change, cancel_at_period_end } = subscription
  const runs = status === 'active' || status === 'trialing'
  const button = (label: string, onClick: () => void, red = false) => (
    <Button variant="default" {...(red && { c: 'red' })} onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <>
      {can.change &&
        pending_change?.takes_effect === 'period_end' &&
        button('Keep current plan', () =>
          run(keepCurrentPlan(subscription), `You keep ${plan.name}.`),
        )}
      {can.change &&
        status === 'paused' &&
        button('Resume plan', () => run(resumePlan(subscription), `${plan.name} is active again.`))}
      {can.change &&
        cancel_at_period_end &&
        button('Keep plan', () => run(keepPlan(subscription), `${plan.name} will be renewed.`))}
      {can.change && runs && !cancel_at_period_end && button('Pause', () => onOpen('pause'))}
      {can.cancel && !cancel_at_period_end && button('Cancel plan', () => onOpen('cancel'), true)}
    </>
  )
}

function Summary({ subscription }: { subscription: Subscription }) {
  const { plan, quantity, waits_for, pending_change } = subscription
  const mayAdd = useCan('payment_methods.create')
  return (
    <>
      <span>
        <b style={{ fontWeight: 500 }}>{plan.name}</b>
        {quantity > 1 && ` × ${quantity}`}, {formatPrice(plan, quantity).toLowerCase()}
      </span>
      {isPaymentNear(subscription) ? (
        <Alert color="yellow">
          {nextStep(subscription)} After that, a payment is due. You can change or cancel the plan
          before then.
        </Alert>
      ) : (
        <Text size="sm" c="dimmed">
          {nextStep(subscription)}
        </Text>
      )}
      {pending_change && <Text size="sm">It will change to {changeInWords(pending_change)}.</Text>}
      <DunningNotice />
      {waits_for === 'payment_method' && (
        <Alert color="yellow">
          Payment is required, and this account has no payment method.{' '}
          {mayAdd && <Anchor href="/billing/payment-methods/new">Add payment method</Anchor>}
        </Alert>
      )}
    </>
  )
}

function NoPlan() {
  return (
    <Text size="sm" c="dimmed">
      This account has no plan.
    </Text>
  )
}

function run(act: Promise<unknown>, done: string) {
  void act.then(() => toast.done(done), toast.failed)
}
