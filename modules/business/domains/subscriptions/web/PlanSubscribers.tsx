import { useParam } from '~/params'
import { ListView } from '~/ui/list/ListView'
import { useSubscriptions } from './Subscriptions'

/** The subscriptions of the plan whose page is shown. */
export function PlanSubscribers() {
  return <ListView {...useSubscriptions(useParam('id'))} />
}
