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
  const end = useMutation({
    mutationFn: () => reply(api.DELETE('/api/v1/impersonations')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['impersonations'] }),
    onError: toast.failed,
  })
  const ownImpersonation = active.find(({ impersonator }) => impersonator.id === me.id)
  if (!ownImpersonation) return null
  return (
    <Banner
      label="Open impersonation"
      action={
        <Button
          variant="default"
          size="compact-sm"
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          End impersonation{' '}
        </Button>
      }
    >
      You are still impersonating <b>{ownImpersonation.user.name}</b> ({ownImpersonation.reason}),
      in another tab or since before this page was reloaded.
    </Banner>
  )
}
