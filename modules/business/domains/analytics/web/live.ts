import { useEffect } from 'react'
import { subscribeToChannel } from '~/live'
import { queryClient } from '~/session'
import { type Live, liveQuery } from './queries'

type Message = { type: string; data: Live }

/** Shows the figures of all accounts as they are announced. */
export function useLiveFigures() {
  useEffect(
    () =>
      subscribeToChannel<Message>(
        'AnalyticsChannel',
        {},
        {
          onMessage: ({ data }) => queryClient.setQueryData(liveQuery.queryKey, data),
          onConnect: () => void queryClient.invalidateQueries({ queryKey: ['analytics'] }),
        },
      ),
    [],
  )
}
