import { Menu } from '@mantine/core'
import {
  IconCircleCheck,
  IconCircleX,
  IconPencil,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react'
import { useMe } from '~/session'
import { toast } from '~/ui/toast'
import type { ApiKeyDialog } from './ApiKeyDialogs'
import { type ApiKey, setStatus } from './queries'

type Props = { apiKey: ApiKey; onChoose: (dialog: ApiKeyDialog) => void }

export function ApiKeyMenu({ apiKey, onChoose }: Props) {
  const me = useMe()
  const can = (permission: string) => me.permissions.includes(permission)
  const hasAllScopes = apiKey.scopes.every(can)
  const choose = (action: ApiKeyDialog['action']) => () => onChoose({ action, apiKey })
  const activate = () =>
    void setStatus(apiKey, 'active').then(
      () => toast.done(`${apiKey.name} was activated.`),
      toast.failed,
    )
  return (
    <>
      {can('api_keys.update') && (
        <>
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={choose('edit')}>
            Edit
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={15} />}
            disabled={!hasAllScopes}
            onClick={choose('regenerate')}
          >
            {hasAllScopes ? 'Regenerate' : 'Regenerate (requires permissions you don’t have)'}
          </Menu.Item>
          {apiKey.status === 'revoked' && (
            <Menu.Item leftSection={<IconCircleCheck size={15} />} onClick={activate}>
              Activate
            </Menu.Item>
          )}
          {apiKey.status === 'active' && (
            <Menu.Item
              color="red"
              leftSection={<IconCircleX size={15} />}
              onClick={choose('revoke')}
            >
              Revoke
            </Menu.Item>
          )}
        </>
      )}
      {can('api_keys.delete') && (
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={choose('delete')}>
          Delete
        </Menu.Item>
      )}
    </>
  )
}

/** Whether the menu has any item for this user. */
export function useHasApiKeyMenu(): boolean {
  const me = useMe()
  const may = ['api_keys.update', 'api_keys.delete'].some((name) => me.permissions.includes(name))
  return may && !me.impersonator
}
