import { Menu } from '@mantine/core'
import { IconArchive, IconPencil, IconTrash } from '@tabler/icons-react'
import type { Plan } from '~/plans'
import { useCan } from '~/session'
import { toast } from '~/ui/toast'
import type { PlanDialog } from './PlanDialogs'
import { setPlanStatus } from './queries'

type Props = {
  plan: Plan
  onChoose: (dialog: PlanDialog) => void
  /** Leaves out what the page shows as a button. */
  secondaryOnly?: boolean
}

/** Actions for a plan. */
export function PlanMenu({ plan, onChoose, secondaryOnly = false }: Props) {
  const mayDelete = useCan('admin.plans.delete')
  const archive = () =>
    void setPlanStatus(plan.id, 'archived').then(
      () => toast.done(`${plan.name} was archived.`),
      toast.failed,
    )
  return (
    <>
      {!secondaryOnly && (
        <Menu.Item
          leftSection={<IconPencil size={15} />}
          onClick={() => onChoose({ action: 'edit', plan })}
        >
          Edit
        </Menu.Item>
      )}
      {plan.status !== 'archived' && (
        <Menu.Item leftSection={<IconArchive size={15} />} onClick={archive}>
          Archive
        </Menu.Item>
      )}
      {mayDelete && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => onChoose({ action: 'delete', plan })}
        >
          Delete
        </Menu.Item>
      )}
    </>
  )
}
