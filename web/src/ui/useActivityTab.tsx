import { type ComponentProps, lazy } from 'react'
import { useCan } from '../session'
import type { DetailTab } from './DetailTabs'

// With the sentences of all domains, which no other tab needs.
const ActivityList = lazy(async () => ({ default: (await import('./ActivityList')).ActivityList }))

type Props = Pick<ComponentProps<typeof ActivityList>, 'userId' | 'resource' | 'accountId'>

/** The tab of a detail page with the latest audit entries; none without `audit_logs.read`. */
export function useActivityTab(of: Props): DetailTab | false {
  const mayRead = useCan(of.accountId ? 'admin.audit_logs.read' : 'audit_logs.read')
  return (
    mayRead && {
      name: 'activity',
      label: 'Activity',
      content: <ActivityList title="Activity" limit={20} empty="No activity yet." {...of} />,
    }
  )
}
