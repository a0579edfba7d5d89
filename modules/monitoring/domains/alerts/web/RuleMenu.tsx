import { Menu } from '@mantine/core'
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useCan } from '~/session'
import { toast } from '~/ui/toast'
import { type AlertRule, changeRule } from './queries'

/** The dialog that is open for a rule. */
export type RuleDialog = 'edit' | 'delete'

type Props = { rule: AlertRule; onChoose: (dialog: RuleDialog) => void }

export function RuleMenu({ rule, onChoose }: Props) {
  const can = {
    update: useCan('admin.alert_rules.update'),
    delete: useCan('admin.alert_rules.delete'),
  }
  const on = rule.enabled
  const toggle = () =>
    void changeRule(rule.id, { enabled: !on }).then(
      () => toast.done(`${rule.name} was ${on ? 'disabled' : 'enabled'}.`),
      toast.failed,
    )
  return (
    <>
      {can.update && (
        <>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onChoose('edit')}>
            Edit
          </Menu.Item>
          <Menu.Item
            leftSection={on ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
            onClick={toggle}
          >
            {on ? 'Disable' : 'Enable'}
          </Menu.Item>
        </>
      )}
      {can.delete && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => onChoose('delete')}
        >
          Delete
        </Menu.Item>
      )}
    </>
  )
}
