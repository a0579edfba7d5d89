import { useCan } from '../session'
import { ActivityList } from './ActivityList'
import type { DetailTab } from './DetailTabs'

type Props = Pick<Parameters<typeof ActivityList>[0], 'userId' | 'resource' | 'accountId'>

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
