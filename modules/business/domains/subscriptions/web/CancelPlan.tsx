import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatDate } from '~/ui/times'
import { toast } from '~/ui/toast'
import { cancelPlan, pausePlan, type Subscription } from './queries'

type Props = { subscription: Subscription; onClose: () => void }

/** Cancels the plan, and asks why. */
export function CancelPlan({ subscription, onClose }: Props) {
  const [comment, setComment] = useState('')
  const { plan, current_period_end: end } = subscription
  return (
    <ConfirmDanger
      title={`Cancel ${plan.name}?`}
      actionLabel="Cancel plan"
      cancelLabel="Keep plan"
      onConfirm={() => cancelPlan(subscription, comment.trim())}
      onDone={() => {
        toast.done(end ? `${plan.name} ends on ${formatDate(end)}.` : 'The plan was cancelled.')
        onClose()
      }}
      onClose={onClose}
    >
      {end
        ? `The plan stays active until ${formatDate(end)}. You can change your mind until then. After that, your data is kept, but you can’t add anything until you choose a plan.`
        : 'The subscription has not started, so it ends immediately.'}
      <Why label="Why do you cancel?" value={comment} onChange={setComment} />
    </ConfirmDanger>
  )
}

/** Pauses the plan. */
export function PausePlan({ subscription, onClose }: Props) {
  const [reason, setReason] = useState('')
  const { plan } = subscription
  return (
    <ConfirmDanger
      title={`Pause ${plan.name}?`}
      actionLabel="Pause plan"
      cancelLabel="Keep plan"
      onConfirm={() => pausePlan(subscription, reason.trim())}
      onDone={() => {
        toast.done(`${plan.name} is paused.`)
        onClose()
      }}
      onClose={onClose}
    >
      Nothing is billed while the plan is paused, and nothing can be added. Your data is kept. Days
      that are left of this period are not given back.
      <Why label="Why do you pause?" value={reason} onChange={setReason} />
    </ConfirmDanger>
  )
}

function Why({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (text: string) => void
}) {
  return (
    <Textarea
      mt="md"
      label={label}
      description="Optional"
      maxLength={500}
      autosize
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
