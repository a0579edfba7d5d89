import { Menu } from '@mantine/core'
import {
  IconKey,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTestPipe,
  IconTrash,
} from '@tabler/icons-react'
import { useMe } from '~/session'
import { toast } from '~/ui/toast'
import type { WorkerDialog } from './dialogs'
import { activateWorker, testWorker, type Worker } from './queries'

type Props = {
  worker: Worker
  onChoose: (dialog: WorkerDialog) => void
  /** Where testing, suspending and activating have buttons of their own. */
  rest?: boolean
}

/** Everything one may do to a worker. The installation's own stays. */
export function WorkerMenu({ worker, onChoose, rest = false }: Props) {
  const me = useMe()
  const can = (verb: 'create' | 'delete' | 'update') =>
    me.permissions.includes(`admin.workers.${verb}`)
  const choose = (action: WorkerDialog['action']) => () => onChoose({ action, worker })
  const now = (act: (id: string) => Promise<unknown>, done: string) => () =>
    void act(worker.id).then(() => toast.done(done), toast.failed)
  return (
    <>
      {can('update') && (
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={choose('edit')}>
          Edit
        </Menu.Item>
      )}
      {!rest && can('update') && (
        <Menu.Item
          leftSection={<IconTestPipe size={15} />}
          onClick={now(testWorker, `A test of ${worker.name} is queued.`)}
        >
          Test
        </Menu.Item>
      )}
      {can('update') && !me.impersonator && (
        <Menu.Item
          leftSection={<IconKey size={15} />}
          disabled={worker.is_system}
          onClick={choose('token')}
        >
          {worker.is_system ? 'Token set by WORKER_TOKEN' : 'Change token'}
        </Menu.Item>
      )}
      {!rest && can('update') && worker.status === 'suspended' && (
        <Menu.Item
          leftSection={<IconPlayerPlay size={15} />}
          onClick={now(activateWorker, `${worker.name} gets work again.`)}
        >
          Activate
        </Menu.Item>
      )}
      {!rest && can('update') && worker.status === 'active' && (
        <Menu.Item
          color="red"
          leftSection={<IconPlayerPause size={15} />}
          onClick={choose('suspend')}
        >
          Suspend
        </Menu.Item>
      )}
      {can('delete') && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          disabled={worker.is_system}
          onClick={choose('delete')}
        >
          {worker.is_system ? 'Built in: cannot be deleted' : 'Delete'}
        </Menu.Item>
      )}
    </>
  )
}
