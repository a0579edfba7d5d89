import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatCount } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { ListView } from '~/ui/list/ListView'
import { RowMenu } from '~/ui/list/RowMenu'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { useDeliveries } from './Deliveries'
import { useLiveDeliveries } from './live'
import { deleteWebhook, type Webhook, webhookQuery } from './queries'
import { SelectedDeliveryDrawer } from './SelectedDeliveryDrawer'
import { webhookState } from './states'
import { WebhookHealth } from './WebhookHealth'
import { type WebhookDialog, WebhookMenu } from './WebhookMenu'

const WebhookStatistics = lazy(() => import('./WebhookStatistics'))
const WebhookSettings = lazy(() => import('./WebhookSettings'))
const EditWebhook = lazy(async () => ({ default: (await import('./WebhookForm')).EditWebhook }))
const SendTest = lazy(() => import('./SendTest'))
const Replay = lazy(() => import('./Replay'))
const RotateSecret = lazy(() => import('./RotateSecret'))

export function WebhookPage() {
  const id = useParam('id')
  const { data: webhook, error, refetch } = useQuery(webhookQuery(id))
  const mayUpdate = useCan('webhooks.update')
  const mayDelete = useCanUnlessImpersonating('webhooks.delete')
  const activity = useActivityTab({ resource: { type: 'webhook', id } })
  const [dialog, setDialog] = useState<WebhookDialog | null>(null)
  useLiveDeliveries(id)

  if (error) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!webhook) return <DetailSkeleton blocks={[180, 320]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Webhooks', to: '/webhooks' }}
        name={webhook.url}
        id={webhook.id}
        status={<StatusPill state={webhookState(webhook)} />}
        actions={
          <>
            {mayUpdate && (
              <>
                <Button onClick={() => setDialog('test')}>Send test event</Button>
                <Button variant="default" onClick={() => setDialog('edit')}>
                  Edit
                </Button>
              </>
            )}
            {(mayUpdate || mayDelete) && (
              <RowMenu of="this webhook">
                <WebhookMenu webhook={webhook} onChoose={setDialog} />
              </RowMenu>
            )}
          </>
        }
        facts={facts(webhook)}
        notice={<WebhookHealth webhook={webhook} />}
        tabs={[
          { name: 'deliveries', label: 'Deliveries', content: <Deliveries id={id} /> },
          { name: 'statistics', label: 'Statistics', content: <WebhookStatistics id={id} /> },
          { name: 'settings', label: 'Settings', content: <WebhookSettings webhook={webhook} /> },
          activity,
        ]}
      />
      <SelectedDeliveryDrawer />
      <Dialogs webhook={webhook} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  )
}

function facts(webhook: Webhook): Fact[] {
  return [
    ['Description', webhook.description ?? '–'],
    ['Last delivery', <RelativeTime key="l" at={webhook.last_delivery_at} />],
    ['Attempts succeeded', formatCount(webhook.success_count)],
    ['Attempts failed', formatCount(webhook.failure_count)],
    ['Added by', webhook.created_by?.name ?? '–'],
    ['Added', <RelativeTime key="c" at={webhook.created_at} />],
  ]
}

function Deliveries({ id }: { id: string }) {
  return <ListView {...useDeliveries(id)} />
}

type DialogsProps = { webhook: Webhook; dialog: WebhookDialog | null; onClose: () => void }

function Dialogs({ webhook, dialog, onClose }: DialogsProps) {
  const navigate = useNavigate()
  return (
    <Suspense>
      {dialog === 'edit' && <EditWebhook webhook={webhook} onClose={onClose} />}
      {dialog === 'test' && <SendTest webhook={webhook} onClose={onClose} />}
      {dialog === 'replay' && <Replay webhook={webhook} onClose={onClose} />}
      {dialog === 'rotate' && <RotateSecret webhook={webhook} onClose={onClose} />}
      {dialog === 'delete' && (
        <ConfirmDanger
          title="Delete this webhook?"
          actionLabel="Delete webhook"
          confirmText={new URL(webhook.url).hostname}
          onConfirm={() => deleteWebhook(webhook.id)}
          onDone={() => {
            toast.done('The webhook was deleted.')
            void navigate({ to: '/webhooks' })
          }}
          onClose={onClose}
        >
          Its deliveries are deleted too, including pending ones. This cannot be undone.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
