import { Alert, Button, Menu } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { Connection } from './Connection'
import { changeGateway, type Gateway, gatewayQuery } from './queries'
import { gatewayProblem, maskedSecret, modeInWords, settingList } from './words'

const Transactions = lazy(() => import('./Transactions'))
const GatewayEvents = lazy(() => import('./GatewayEvents'))
const GatewayForm = lazy(async () => ({ default: (await import('./GatewayForm')).GatewayForm }))

const shared = { enabled: null, test_mode: null }
const removal = {
  stripe: { secret_key: null, publishable_key: null, webhook_secret: null, ...shared },
  paypal: { client_id: null, client_secret: null, webhook_id: null, ...shared },
}

/** One payment gateway: its connection, its payments and who changed it. */
export function GatewayPage() {
  const id = useParam('id')
  const { data: gateway, error, refetch } = useQuery(gatewayQuery(id))
  const mayUpdate = useCanUnlessImpersonating('admin.payment_gateways.update')
  const activity = useActivityTab({ resource: { type: 'payment_gateway', id } })
  const { edit }: { edit?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [removing, setRemoving] = useState(false)
  const setEditing = (open: boolean) =>
    void navigate({ to: '.', search: open ? { edit: '1' } : {}, replace: true, resetScroll: false })

  if (error && !gateway) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!gateway) return <DetailSkeleton blocks={[240, 240]} />
  const { name, status } = gateway
  return (
    <>
      <DetailPage
        parent={{ label: 'Gateways', to: '/admin/payment_gateways' }}
        name={name}
        id={gateway.gateway}
        status={<StatusPill state={status} />}
        actions={
          mayUpdate && (
            <>
              <Button
                variant={status === 'not_configured' ? 'filled' : 'default'}
                onClick={() => setEditing(true)}
              >
                {status === 'not_configured' ? 'Set up' : 'Edit'}
              </Button>
              {gateway.updated_at && (
                <RowMenu of={name}>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={15} />}
                    onClick={() => setRemoving(true)}
                  >
                    Remove credentials
                  </Menu.Item>
                </RowMenu>
              )}
            </>
          )
        }
        facts={facts(gateway)}
        notice={
          status === 'partial' && (
            <Alert color="amber" title="Incomplete">
              {gatewayProblem(gateway)}
            </Alert>
          )
        }
        tabs={[
          { name: 'connection', label: 'Connection', content: <Connection gateway={gateway} /> },
          { name: 'transactions', label: 'Payments', content: <Transactions gateway={id} /> },
          { name: 'events', label: 'Events', content: <GatewayEvents gateway={id} /> },
          activity,
        ]}
      />
      <Suspense>
        {edit && mayUpdate && <GatewayForm gateway={gateway} onClose={() => setEditing(false)} />}
      </Suspense>
      {removing && (
        <ConfirmDanger
          title={`Remove the credentials of ${name}?`}
          actionLabel="Remove credentials"
          onConfirm={() => changeGateway(gateway.gateway, removal[gateway.gateway])}
          onDone={() => {
            toast.done(`The credentials of ${name} were removed.`)
            setRemoving(false)
          }}
          onClose={() => setRemoving(false)}
        >
          Unless the environment of the server has credentials of {name}, customers can no longer
          pay with it, and earlier payments cannot be looked up or refunded here.
        </ConfirmDanger>
      )}
    </>
  )
}

function facts(gateway: Gateway): Fact[] {
  const { enabled, from_environment } = gateway
  const shared: Fact[] = [
    ['Payments', enabled ? 'Accepted' : 'Not accepted'],
    ['Mode', modeInWords(gateway)],
  ]
  const own: Fact[] =
    gateway.gateway === 'stripe'
      ? [
          ['Secret key', maskedSecret(gateway.secret_key_last_four)],
          ['Publishable key', gateway.publishable_key ?? '–'],
          ['Signing secret', maskedSecret(gateway.webhook_secret_last_four)],
        ]
      : [
          ['Client ID', gateway.client_id ?? '–'],
          ['Client secret', maskedSecret(gateway.client_secret_last_four)],
          ['Webhook ID', gateway.webhook_id ?? '–'],
        ]
  return [
    ...shared,
    ...own,
    ...(from_environment.length > 0
      ? [['From the environment', settingList(from_environment)] as Fact]
      : []),
    ['Changed', <RelativeTime key="u" at={gateway.updated_at} never="Never" />],
  ]
}
