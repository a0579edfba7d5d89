import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, data } from '../api'
import { useCan } from '../session'
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
  const link = (
    <Anchor
      inherit
      renderRoot={(props) => (
        <Link to="/admin/accounts/$id" params={{ id: account.id }} {...props} />
      )}
    >
      {account.name}
    </Anchor>
  )
  return ['Account', link]
}
