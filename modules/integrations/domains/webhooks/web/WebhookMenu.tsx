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

/** What somebody is about to do to a webhook. */
export type WebhookDialog = 'edit' | 'test' | 'replay' | 'rotate' | 'delete'

type Props = { webhook: Webhook; onChoose: (dialog: WebhookDialog) => void }

/** The rest of what one may do to a webhook. Nobody gets at a secret in another's name. */
export function WebhookMenu({ webhook, onChoose }: Props) {
  const impersonating = useMe().impersonator !== null
  const can = { update: useCan('webhooks.update'), delete: useCan('webhooks.delete') }
  const on = webhook.status === 'active'
  const flip = () =>
    void setWebhookStatus(webhook.id, on ? 'inactive' : 'active').then(
      () => toast.done(`The webhook is switched ${on ? 'off' : 'on'}.`),
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
                onClick={flip}
              >
                {on ? 'Switch off' : 'Switch on'}
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
