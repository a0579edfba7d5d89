import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, data, LARGEST_PAGE, reply } from '../api'
import { queryClient, useMe } from '../session'
import { toast } from '../ui/toast'
import { Banner } from './Banner'

/** ImpersonationBanner as somebody survives a reload on the server, but not in this tab: it can be ended here. */
export default function OpenImpersonationBanner() {
  const me = useMe()
  const { data: running = [] } = useQuery({
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
  const mine = running.find(({ impersonator }) => impersonator.id === me.id)
  if (!mine) return null
  return (
    <Banner
      label="Still acting as somebody else"
      action={
        <Button
          variant="default"
          size="compact-sm"
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          Stop
        </Button>
      }
    >
      You still act as <b>{mine.user.name}</b> — {mine.reason} — in another tab, or before this page
      was reloaded.
    </Banner>
  )
}
