import { queryOptions } from '@tanstack/react-query'
import { api, data } from './api'
import type { Notice } from './home'
import { queryClient } from './session'
import { formatCount } from './ui/format'
import { usageLevel } from './ui/UsageBar'

/** How much of its limits an account uses: the current one, or another with `admin.accounts.read`. */
export const limitUsageQuery = (accountId?: string) =>
  queryOptions({
    queryKey: ['accounts', 'usage', accountId],
    queryFn: ({ signal }) => {
      const query = accountId ? { account_id: accountId } : {}
      return data(api.GET('/api/v1/accounts/usage', { params: { query }, signal }))
    },
  })

type Limited = 'max_users' | 'max_api_keys' | 'max_webhooks'

/** A notice when four fifths of a limit are used; null before, and for what a plan does not include at all. */
export async function limitNotice(
  name: Limited,
  what: string,
  place: Pick<Notice, 'to' | 'search'>,
): Promise<Notice | null> {
  const { [name]: usage } = await queryClient.fetchQuery({ ...limitUsageQuery(), staleTime: 5000 })
  const level = usageLevel(usage)
  if (usage.unlimited || usage.limit === 0 || level === 'normal') return null
  const used = `${formatCount(usage.current)} of ${formatCount(usage.limit)} ${what} are used`
  return {
    ...place,
    urgency: level === 'full' ? 'high' : 'medium',
    text: level === 'full' ? `The limit is reached: ${used}.` : `${used}.`,
    link: 'Review',
  }
}
