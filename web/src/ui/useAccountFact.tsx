import { useQuery } from '@tanstack/react-query'
import { api, data } from '../api'
import { useCan } from '../session'
import { AccountLink } from './AccountLink'
import type { Fact } from './FactList'

/** The account of a record by name, with a link to its page, for those who can see every account. */
export function useAccountFact(id: string | null): Fact | null {
  const enabled = useCan('admin.accounts.read') && id !== null
  const { data: account } = useQuery({
    queryKey: ['admin_settings', 'accounts', id],
    queryFn: ({ signal }) => {
      const path = { id: id ?? '' }
      return data(api.GET('/api/v1/admin_settings/accounts/{id}', { params: { path }, signal }))
    },
    enabled,
  })
  if (!account) return null
  const link = <AccountLink account={account} />
  return ['Account', link]
}
