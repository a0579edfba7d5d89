import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatPrice } from '~/plans'
import { useCan, useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { LoadError } from '~/ui/LoadError'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { toast } from '~/ui/toast'
import { isPaymentNear, nextStep } from './next_step'
import { endNow, type Subscription, setCancelAtPeriodEnd, subscriptionQuery } from './queries'

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
  const [dialog, setDialog] = useState<'choose' | 'cancel' | null>(null)
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
            {mayChoose && subscription?.status !== 'incomplete' && (
              <Button variant="default" onClick={() => setDialog('choose')}>
                {subscription ? 'Change plan' : 'Choose a plan'}
              </Button>
            )}
            {subscription?.cancel_at_period_end && can.change && (
              <Button variant="default" onClick={() => keep(subscription)}>
                Keep plan
              </Button>
            )}
            {subscription && !subscription.cancel_at_period_end && can.cancel && (
              <Button variant="default" c="red" onClick={() => setDialog('cancel')}>
                Cancel plan
              </Button>
            )}
          </Group>
        </Stack>
      )}
      <Suspense>
        {dialog === 'choose' && <ChoosePlan current={subscription} onClose={closeDialog} />}
      </Suspense>
      {dialog === 'cancel' && subscription && (
        <Cancel subscription={subscription} onClose={closeDialog} />
      )}
    </SettingsSection>
  )
}

function Summary({ subscription }: { subscription: Subscription }) {
  const { plan, quantity, waits_for } = subscription
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
      {waits_for && (
        <Alert color="yellow">
          {waits_for === 'payment_method'
            ? 'Payment is required, and this account has no payment method.'
            : 'Payment is required.'}{' '}
          This server does not accept payments yet. Contact its administrator.
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

function Cancel({ subscription, onClose }: { subscription: Subscription; onClose: () => void }) {
  const { plan, current_period_end } = subscription
  return (
    <ConfirmDanger
      title={`Cancel ${plan.name}?`}
      actionLabel="Cancel plan"
      onConfirm={() =>
        current_period_end ? setCancelAtPeriodEnd(subscription, true) : endNow(subscription)
      }
      onDone={() => {
        toast.done(
          current_period_end
            ? `${plan.name} ends on ${formatDate(current_period_end)}.`
            : 'The plan was cancelled.',
        )
        onClose()
      }}
      onClose={onClose}
    >
      {current_period_end
        ? `The plan stays active until ${formatDate(current_period_end)}. You can change your mind until then. After that, your data is kept, but you can’t add anything until you choose a plan.`
        : 'The subscription has not started, so it ends immediately.'}
    </ConfirmDanger>
  )
}

function keep(subscription: Subscription) {
  void setCancelAtPeriodEnd(subscription, false).then(
    () => toast.done(`${subscription.plan.name} will be renewed.`),
    toast.failed,
  )
}
