import { Menu } from '@mantine/core'
import {
  IconActivity,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import { useCanUnlessImpersonating } from '~/session'
import { toast } from '~/ui/toast'
import { changeService, checkService, type Service } from './queries'
import type { ServiceDialog } from './ServiceDialogs'

type Props = {
  service: Service
  onChoose: (dialog: ServiceDialog) => void
  /** Where checking and editing have buttons of their own. */
  rest?: boolean
}

/** What one may do to a service. */
export function ServiceMenu({ service, onChoose, rest = false }: Props) {
  const can = {
    update: useCanUnlessImpersonating('admin.services.update'),
    delete: useCanUnlessImpersonating('admin.services.delete'),
  }
  const { id, name } = service
  const paused = service.state === 'paused'
  const now = (act: Promise<unknown>, done: string) =>
    void act.then(() => toast.done(done), toast.failed)
  return (
    <>
      {can.update && !rest && (
        <>
          <Menu.Item
            leftSection={<IconPencil size={15} />}
            onClick={() => onChoose({ action: 'edit', service })}
          >
            Edit
          </Menu.Item>
          <Menu.Item
            leftSection={<IconActivity size={15} />}
            disabled={paused}
            onClick={() => now(checkService(id), `${name} is being checked.`)}
          >
            Check now
          </Menu.Item>
        </>
      )}
      {can.update && (
        <Menu.Item
          leftSection={paused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
          onClick={() =>
            now(
              changeService(id, { paused: !paused }),
              paused ? `${name} is checked again.` : `${name} is paused.`,
            )
          }
        >
          {paused ? 'Resume' : 'Pause'}
        </Menu.Item>
      )}
      {can.delete && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => onChoose({ action: 'delete', service })}
        >
          Delete
        </Menu.Item>
      )}
    </>
  )
}
