import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParam } from '~/params'
import { DetailPage } from '~/ui/DetailPage'
import { LoadErrorPage } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { useActivityTab } from '~/ui/useActivityTab'
import { useLiveBoats } from './live'
import { boatQuery } from './queries'

export function BoatPage() {
  const id = useParam('id')
  const { data: boat, error, refetch } = useQuery(boatQuery(id))
  const activity = useActivityTab({ resource: { type: 'boat', id } })
  useLiveBoats()
  if (error) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!boat) return <Skeleton height={320} aria-busy="true" />
  return (
    <DetailPage
      parent={{ label: 'Boats', to: '/boats' }}
      name={boat.name}
      id={boat.id}
      status={<StatusPill state={boat.status} />}
      facts={[
        ['Painted', <RelativeTime key="painted" at={boat.painted_at} />],
        ['Added', <RelativeTime key="added" at={boat.created_at} />],
      ]}
      tabs={[activity]}
    />
  )
}
