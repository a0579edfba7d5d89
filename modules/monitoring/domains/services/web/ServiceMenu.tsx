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
  /** Leaves out the actions that the page shows as buttons. */
  secondaryOnly?: boolean
}

/** Actions for a service. */
export function ServiceMenu({ service, onChoose, secondaryOnly = false }: Props) {
  const can = {
    update: useCanUnlessImpersonating('admin.services.update'),
    delete: useCanUnlessImpersonating('admin.services.delete'),
  }
  const { id, name } = service
  const paused = service.state === 'paused'
  const run = (call: Promise<unknown>, message: string) =>
    void call.then(() => toast.done(message), toast.failed)
  return (
    <>
      {can.update && !secondaryOnly && (
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
            onClick={() => run(checkService(id), `A check of ${name} was started.`)}
          >
            Check now
          </Menu.Item>
        </>
      )}
      {can.update && (
        <Menu.Item
          leftSection={paused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
          onClick={() =>
            run(
              changeService(id, { paused: !paused }),
              paused ? `${name} was resumed.` : `${name} was paused.`,
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
