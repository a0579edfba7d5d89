import { Menu } from '@mantine/core'
import {
  IconKey,
  IconPlayerPause,
  IconPlayerPlay,
  IconRepeat,
  IconTrash,
} from '@tabler/icons-react'
import { useCan, useMe } from '~/session'
import { toast } from '~/ui/toast'
import { setWebhookStatus, type Webhook } from './queries'

/** The dialog that is open for a webhook. */
export type WebhookDialog = 'edit' | 'test' | 'replay' | 'rotate' | 'delete'

type Props = { webhook: Webhook; onChoose: (dialog: WebhookDialog) => void }

/** Actions of a webhook. Those that reveal a secret are not available while impersonating. */
export function WebhookMenu({ webhook, onChoose }: Props) {
  const impersonating = useMe().impersonator !== null
  const can = { update: useCan('webhooks.update'), delete: useCan('webhooks.delete') }
  const on = webhook.status === 'active'
  const toggle = () =>
    void setWebhookStatus(webhook.id, on ? 'inactive' : 'active').then(
      () => toast.done(`The webhook was ${on ? 'disabled' : 'enabled'}.`),
      toast.failed,
    )
  return (
    <>
      {can.update && (
        <>
          <Menu.Item
            leftSection={<IconRepeat size={15} />}
            disabled={!on}
            onClick={() => onChoose('replay')}
          >
            Replay deliveries
          </Menu.Item>
          {!impersonating && (
            <>
              <Menu.Item leftSection={<IconKey size={15} />} onClick={() => onChoose('rotate')}>
                Rotate secret
              </Menu.Item>
              <Menu.Item
                leftSection={on ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
                onClick={toggle}
              >
                {on ? 'Disable' : 'Enable'}
              </Menu.Item>
            </>
          )}
        </>
      )}
      {can.delete && !impersonating && (
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
