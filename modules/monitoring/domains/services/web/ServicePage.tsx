import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatMilliseconds, formatNoun } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { Checks } from './Checks'
import { useLiveServices } from './live'
import { checkService, type Service, serviceQuery } from './queries'
import { type ServiceDialog, ServiceDialogs } from './ServiceDialogs'
import { ServiceHealth } from './ServiceHealth'
import { ServiceMenu } from './ServiceMenu'
import { checkTarget, durationText, uptimeIn } from './words'

const Incidents = lazy(() => import('./Incidents'))
const CheckHistory = lazy(() => import('./CheckHistory'))

export function ServicePage() {
  const id = useParam('id')
  const { data: service, error, refetch } = useQuery(serviceQuery(id))
  const navigate = useNavigate()
  const can = {
    update: useCanUnlessImpersonating('admin.services.update'),
    delete: useCanUnlessImpersonating('admin.services.delete'),
  }
  const activity = useActivityTab({ resource: { type: 'service', id } })
  const [dialog, setDialog] = useState<ServiceDialog | null>(null)
  useLiveServices(id)

  if (error && !service) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!service) return <DetailSkeleton blocks={[240, 120, 320]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Services', to: '/admin/services' }}
        name={service.name}
        id={service.id}
        status={<StatusPill state={service.state} />}
        actions={
          <>
            {can.update && <Buttons service={service} onChoose={setDialog} />}
            {(can.update || can.delete) && (
              <RowMenu of={service.name}>
                <ServiceMenu service={service} onChoose={setDialog} secondaryOnly />
              </RowMenu>
            )}
          </>
        }
        facts={facts(service)}
        notice={<ServiceHealth service={service} />}
        tabs={[
          { name: 'checks', label: 'Checks', content: <Checks id={id} /> },
          {
            name: 'incidents',
            label: 'Incidents',
            content: <Incidents id={id} since={service.checked_since} />,
          },
          { name: 'response_times', label: 'Response times', content: <CheckHistory id={id} /> },
          activity,
        ]}
      />
      <ServiceDialogs
        dialog={dialog}
        onClose={() => setDialog(null)}
        onDeleted={() => void navigate({ to: '/admin/services' })}
      />
    </>
  )
}

function facts(service: Service): Fact[] {
  const { on_status_page, public_name, name, checked_since: since } = service
  return [
    [
      'Target',
      <span key="t" className="mono">
        {checkTarget(service)}
      </span>,
    ],
    ['Network', service.kind === 'internal' ? 'Internal' : 'Internet'],
    ['State since', <RelativeTime key="s" at={service.state_since} />],
    ['Last check', <RelativeTime key="l" at={service.last_checked_at} />],
    ['Last response time', formatMilliseconds(service.last_latency_ms)],
    ['Uptime, 24 hours', uptimeIn(1, service.uptime_24h, since)],
    ['Uptime, 7 days', uptimeIn(7, service.uptime_7d, since)],
    ['Uptime, 90 days', uptimeIn(90, service.uptime_90d, since)],
    ['Interval', durationText(service.interval_seconds)],
    ['Down after', formatNoun(service.failure_threshold, 'consecutive failure')],
    ['Status page', on_status_page ? `Shown as ${public_name ?? name}` : 'Not shown'],
    ['Description', service.description ?? '–'],
  ]
}

type ButtonsProps = { service: Service; onChoose: (dialog: ServiceDialog) => void }

function Buttons({ service, onChoose }: ButtonsProps) {
  const check = useMutation({
    mutationFn: () => checkService(service.id),
    onSuccess: () => toast.done(`A check of ${service.name} was started.`),
    onError: toast.failed,
  })
  return (
    <>
      <Button
        loading={check.isPending}
        disabled={service.state === 'paused'}
        onClick={() => check.mutate()}
      >
        Check now
      </Button>
      <Button variant="default" onClick={() => onChoose({ action: 'edit', service })}>
        Edit
      </Button>
    </>
  )
}
