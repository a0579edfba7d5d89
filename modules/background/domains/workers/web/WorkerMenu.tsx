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
  /** Leaves out the actions that the page shows as buttons. */
  secondaryOnly?: boolean
}

/** Actions for a worker. The built-in one cannot be deleted. */
export function WorkerMenu({ worker, onChoose, secondaryOnly = false }: Props) {
  const me = useMe()
  const can = (verb: 'create' | 'delete' | 'update') =>
    me.permissions.includes(`admin.workers.${verb}`)
  const choose = (action: WorkerDialog['action']) => () => onChoose({ action, worker })
  const run = (call: (id: string) => Promise<unknown>, message: string) => () =>
    void call(worker.id).then(() => toast.done(message), toast.failed)
  return (
    <>
      {can('update') && (
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={choose('edit')}>
          Edit
        </Menu.Item>
      )}
      {!secondaryOnly && can('update') && (
        <Menu.Item
          leftSection={<IconTestPipe size={15} />}
          onClick={run(testWorker, `A test of ${worker.name} was queued.`)}
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
          {worker.is_system ? 'Token set by WORKER_TOKEN' : 'Rotate token'}
        </Menu.Item>
      )}
      {!secondaryOnly && can('update') && worker.status === 'suspended' && (
        <Menu.Item
          leftSection={<IconPlayerPlay size={15} />}
          onClick={run(activateWorker, `${worker.name} was activated.`)}
        >
          Activate
        </Menu.Item>
      )}
      {can('update') && worker.status === 'active' && (
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
          {worker.is_system ? 'Built-in worker cannot be deleted' : 'Delete'}
        </Menu.Item>
      )}
    </>
  )
}
