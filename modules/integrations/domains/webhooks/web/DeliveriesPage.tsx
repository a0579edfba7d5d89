import { ListPage } from '~/ui/list/ListPage'
import { useDeliveries } from './Deliveries'
import { useLiveDeliveries } from './live'
import { SelectedDeliveryDrawer } from './SelectedDeliveryDrawer'

/** Live list of the deliveries of all webhooks. */
export function DeliveriesPage() {
  useLiveDeliveries()
  return (
    <>
      <ListPage {...useDeliveries()} parent={{ label: 'Webhooks', to: '/webhooks' }} />
      <SelectedDeliveryDrawer />
    </>
  )
}
