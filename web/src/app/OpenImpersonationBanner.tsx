import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, data, LARGEST_PAGE, reply } from '../api'
import { queryClient, useMe } from '../session'
import { toast } from '../ui/toast'
import { Banner } from './Banner'

/** After a reload an impersonation is still open on the server, but this tab no longer uses it. It can be ended here. */
export default function OpenImpersonationBanner() {
  const me = useMe()
  const { data: active = [] } = useQuery({
    queryKey: ['impersonations', 'active'],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/impersonations', { params: { query: LARGEST_PAGE }, signal })),
    staleTime: 60_000,
  })
  const stop = useMutation({
    mutationFn: () => reply(api.DELETE('/api/v1/impersonations')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['impersonations'] }),
    onError: toast.failed,
  })
  const mine = active.find(({ impersonator }) => impersonator.id === me.id)
  if (!mine) return null
  return (
    <Banner
      label="Open impersonation"
      action={
        <Button
          variant="default"
          size="compact-sm"
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          End impersonation{' '}
        </Button>
      }
    >
      Your impersonation of <b>{mine.user.name}</b> is still open — {mine.reason} — in another tab
      or from before a reload.
    </Banner>
  )
}
