import { lazy, Suspense } from 'react'
import type { Plan } from '~/plans'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { toast } from '~/ui/toast'
import { deletePlan } from './queries'

const EditPlan = lazy(async () => ({ default: (await import('./PlanForm')).EditPlan }))

/** The dialog that is open, and the plan it is for. */
export type PlanDialog = { action: 'edit' | 'delete'; plan: Plan }

type Props = { dialog: PlanDialog | null; onClose: () => void; onDeleted: () => void }

/** The dialog chosen from a plan's menu, on the list and on the detail page. */
export function PlanDialogs({ dialog, onClose, onDeleted }: Props) {
  if (!dialog) return null
  const { action, plan } = dialog
  return (
    <Suspense>
      {action === 'edit' && <EditPlan plan={plan} onClose={onClose} />}
      {action === 'delete' && (
        <ConfirmDanger
          title={`Delete ${plan.name}?`}
          actionLabel="Delete plan"
          onConfirm={() => deletePlan(plan.id)}
          onDone={() => {
            toast.done(`${plan.name} was deleted.`)
            onDeleted()
          }}
          onClose={onClose}
        >
          This cannot be undone. A plan with current or past subscriptions cannot be deleted.
          Archive it instead.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
