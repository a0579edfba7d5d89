import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data } from './api'
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

type AccountUsage = Data<'/api/v1/accounts/usage', 'get'>
type Place = Pick<Notice, 'to' | 'search'>

/** `noticeAboutUsage` of one limit of the account. */
export async function limitNotice(name: keyof AccountUsage, what: string, place: Place) {
  const usage = await queryClient.fetchQuery({ ...limitUsageQuery(), staleTime: 5000 })
  return noticeAboutUsage(usage[name], what, place)
}

/** A notice when four fifths of a limit are used; null before, and for what a plan does not include at all. */
export function noticeAboutUsage(
  usage: Pick<AccountUsage['max_users'], 'current' | 'limit' | 'unlimited'>,
  what: string,
  place: Place,
): Notice | null {
  const level = usageLevel(usage)
  if (usage.unlimited || usage.limit === 0 || level === 'normal') return null
  const most = `${formatCount(usage.limit)} ${what}`
  return {
    ...place,
    urgency: level === 'full' ? 'high' : 'medium',
    text:
      level === 'full'
        ? `This account has reached its limit of ${most}.`
        : `This account has ${formatCount(usage.current)} of at most ${most}.`,
    link: 'Review',
  }
}
