import { Anchor, Button, Group } from '@mantine/core'
import { IconHeartbeat, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { installation } from '~/installation'
import { useCanUnlessImpersonating } from '~/session'
import { formatMilliseconds } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { useLiveServices } from './live'
import { type Service, servicesQuery } from './queries'
import { type ServiceDialog, ServiceDialogs } from './ServiceDialogs'
import { ServiceFigures } from './ServiceFigures'
import { ServiceMenu } from './ServiceMenu'
import { UptimeBars } from './UptimeBars'
import { checkTarget, serviceStateOptions, uptimeIn } from './words'

const NewService = lazy(async () => ({ default: (await import('./ServiceForm')).NewService }))

const columns: Column<Service>[] = [
  {
    key: 'name',
    label: 'Service',
    sort: 'name',
    cell: (service) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => (
          <Link to="/admin/services/$id" params={{ id: service.id }} {...props} />
        )}
      >
        {service.name}
      </Anchor>
    ),
  },
  { key: 'state', label: 'State', cell: (service) => <StatusPill state={service.state} /> },
  {
    key: 'days',
    label: 'Last 30 days',
    cell: (service) => <UptimeBars days={service.days} since={service.checked_since} small />,
  },
  {
    key: 'uptime_24h',
    fact: 'labelled',
    label: '24 hours',
    numeric: true,
    cell: (service) => uptimeIn(1, service.uptime_24h, service.checked_since),
  },
  {
    key: 'uptime_7d',
    label: '7 days',
    numeric: true,
    optional: true,
    cell: (one) => uptimeIn(7, one.uptime_7d, one.checked_since),
  },
  {
    key: 'uptime_90d',
    label: '90 days',
    numeric: true,
    cell: (service) => uptimeIn(90, service.uptime_90d, service.checked_since),
  },
  {
    key: 'latency',
    label: 'Response time',
    numeric: true,
    cell: (service) => formatMilliseconds(service.last_latency_ms),
  },
  { key: 'target', label: 'Target', optional: true, cell: checkTarget },
  { key: 'description', label: 'Description', optional: true, cell: (s) => s.description ?? '–' },
  {
    key: 'last_checked_at',
    fact: 'value',
    label: 'Last check',
    sort: 'last_checked_at',
    cell: (service) => <RelativeTime at={service.last_checked_at} />,
  },
  {
    key: 'created_at',
    label: 'Added',
    sort: 'created_at',
    optional: true,
    cell: (service) => <RelativeTime at={service.created_at} />,
  },
]

const filters = {
  state: choiceFilter('State', serviceStateOptions),
  kind: choiceFilter('Network', [
    { value: 'internal', label: 'Internal' },
    { value: 'outside', label: 'Internet' },
  ]),
}
const sorting = {
  by: ['position', 'name', 'created_at', 'last_checked_at'],
  first: 'position',
} as const

export function ServicesPage() {
  const state = useListState(filters, sorting)
  const services = useQuery(servicesQuery(state.query))
  const can = {
    create: useCanUnlessImpersonating('admin.services.create'),
    update: useCanUnlessImpersonating('admin.services.update'),
    delete: useCanUnlessImpersonating('admin.services.delete'),
  }
  const drawer = useNewDrawer()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<ServiceDialog | null>(null)
  const closeDialog = () => setDialog(null)
  useLiveServices()
  const add = can.create && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Add service
    </Button>
  )
  return (
    <>
      <ListPage
        title="Services"
        plural="services"
        state={state}
        query={services}
        columns={columns}
        nameOf={(service) => service.name}
        primary={
          <Group gap="xs" wrap="nowrap">
            {installation.status_page_enabled && (
              <Button variant="default" renderRoot={(props) => <Link to="/status" {...props} />}>
                Status page
              </Button>
            )}
            {add}
          </Group>
        }
        figures={<ServiceFigures />}
        empty={{
          icon: <IconHeartbeat size={28} />,
          sentence: 'No services yet. Add a service to monitor its state, uptime and incidents.',
          action: add,
        }}
        {...((can.update || can.delete) && {
          menu: (service: Service) => <ServiceMenu service={service} onChoose={setDialog} />,
        })}
        csv={(service) => ({
          name: service.name,
          state: service.state,
          checked: checkTarget(service),
          uptime_24h: String(service.uptime_24h ?? ''),
          uptime_7d: String(service.uptime_7d ?? ''),
          uptime_90d: String(service.uptime_90d ?? ''),
          last_checked_at: service.last_checked_at,
        })}
      />
      <Suspense>
        {drawer.opened && can.create && (
          <NewService
            onClose={drawer.close}
            onCreated={(id) => void navigate({ to: '/admin/services/$id', params: { id } })}
          />
        )}
      </Suspense>
      <ServiceDialogs dialog={dialog} onClose={closeDialog} onDeleted={closeDialog} />
    </>
  )
}
