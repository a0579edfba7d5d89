import { ListPage } from '~/ui/list/ListPage'
import { useDeliveries } from './Deliveries'
import { useLiveDeliveries } from './live'
import { SelectedDeliveryDrawer } from './SelectedDeliveryDrawer'

/** Everything that was delivered, to whichever webhook, as it happens. */
export function DeliveriesPage() {
  useLiveDeliveries()
  return (
    <>
      <ListPage {...useDeliveries()} parent={{ label: 'Webhooks', to: '/webhooks' }} />
      <SelectedDeliveryDrawer />
    </>
  )
}
