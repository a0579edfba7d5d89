import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { formatCount } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import type { WorkerDialog } from './dialogs'
import { activateWorker, testWorker, type Worker, workerQuery } from './queries'
import { workerState } from './states'
import { WorkerActivities } from './WorkerActivities'
import { WorkerDialogs } from './WorkerDialogs'
import { WorkerHealthBadge } from './WorkerHealthBadge'
import { WorkerMenu } from './WorkerMenu'

const WorkerConfigForm = lazy(() => import('./WorkerConfigForm'))

export function WorkerPage() {
  const id = useParam('id')
  const { data: worker, error, refetch } = useQuery(workerQuery(id))
  const navigate = useNavigate()
  const can = {
    update: useCanUnlessImpersonating('admin.workers.update'),
    delete: useCanUnlessImpersonating('admin.workers.delete'),
  }
  const [dialog, setDialog] = useState<WorkerDialog | null>(null)

  if (error && !worker) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!worker) return <DetailSkeleton blocks={[160, 220]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Workers', to: '/admin/workers' }}
        name={worker.name}
        id={worker.id}
        status={<StatusPill state={workerState(worker)} />}
        actions={
          <>
            {can.update && <Buttons worker={worker} />}
            {(can.update || can.delete) && (
              <RowMenu of={worker.name}>
                <WorkerMenu worker={worker} onChoose={setDialog} secondaryOnly />
              </RowMenu>
            )}
          </>
        }
        facts={[
          ['Running now', formatCount(worker.running_count)],
          ['Jobs completed', formatCount(worker.completed_count)],
          ['Failed attempts', formatCount(worker.failed_count)],
          ['Last seen', <RelativeTime key="s" at={worker.last_seen_at} />],
          ['Description', worker.description ?? '–'],
          [
            'Token',
            <span key="t" className="mono">
              {worker.token_preview}
            </span>,
          ],
          ['Token rotated', <RelativeTime key="r" at={worker.token_rotated_at} />],
          ['Registered', <RelativeTime key="c" at={worker.created_at} />],
        ]}
        notice={<WorkerHealthBadge worker={worker} />}
        tabs={[
          { name: 'activity', label: 'Activity', content: <WorkerActivities id={id} /> },
          {
            name: 'configuration',
            label: 'Configuration',
            content: <WorkerConfigForm key={id} worker={worker} editable={can.update} />,
          },
        ]}
      />
      <WorkerDialogs
        dialog={dialog}
        onClose={() => setDialog(null)}
        onDeleted={() => void navigate({ to: '/admin/workers' })}
      />
    </>
  )
}

function Buttons({ worker }: { worker: Worker }) {
  const test = useMutation({
    mutationFn: () => testWorker(worker.id),
    onSuccess: () => toast.done('A test was queued. Its result will appear under Activity.'),
    onError: toast.failed,
  })
  const activate = useMutation({
    mutationFn: () => activateWorker(worker.id),
    onSuccess: () => toast.done(`${worker.name} was activated.`),
    onError: toast.failed,
  })
  return (
    <>
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        Test
      </Button>
      {worker.status === 'suspended' && (
        <Button loading={activate.isPending} onClick={() => activate.mutate()}>
          Activate
        </Button>
      )}
    </>
  )
}
