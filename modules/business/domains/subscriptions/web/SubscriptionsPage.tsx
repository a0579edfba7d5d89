import { ListPage } from '~/ui/list/ListPage'
import { useSubscriptions } from './Subscriptions'

/** Subscriptions of all accounts. */
export function SubscriptionsPage() {
  return <ListPage {...useSubscriptions()} />
}
