import { useEffect, useRef, useState } from 'react'
import { subscribeToChannel } from '~/live'
import { queryClient, useMe } from '~/session'
import { pageQuery } from './queries'

const REPEAT_MS = 20_000

type Message =
  | { type: 'page_saved' | 'page_edited'; user_id: string | null; name: string | null }
  | { type: 'page_status_changed' }

/**
 * Refetches a page when others change it, and names those who have unsaved changes. Tells them of `dirty` ones here. Null
 * until the page is loaded, as the channel of one that does not exist refuses.
 */
export function useLivePage(id: string | null, dirty: boolean): string[] {
  const me = useMe().id
  const [editing, setEditing] = useState<Record<string, { name: string; at: number }>>({})
  const edit = useRef(() => {})

  useEffect(() => {
    if (id === null) return
    const refetch = () =>
      void queryClient.invalidateQueries({ queryKey: pageQuery(id).queryKey, exact: true })
    return subscribeToChannel<Message>(
      'ContentChannel',
      { page_id: id },
      {
        onMessage: (message) => {
          if (message.type === 'page_edited' && message.user_id && message.user_id !== me) {
            const { user_id, name } = message
            setEditing((now) => ({
              ...now,
              [user_id]: { name: name ?? 'Somebody', at: Date.now() },
            }))
          }
          if (message.type === 'page_saved' && message.user_id) {
            const saver = message.user_id
            setEditing(({ [saver]: _, ...others }) => others)
          }
          if (message.type !== 'page_edited') refetch()
        },
        onConnect: (reconnected, perform) => {
          edit.current = () => perform('edit', { page_id: id })
          if (reconnected) refetch()
        },
      },
    )
  }, [id, me])

  useEffect(() => {
    if (!dirty) return
    edit.current()
    const timer = setInterval(() => edit.current(), REPEAT_MS)
    return () => clearInterval(timer)
  }, [dirty])

  const current = Object.values(editing).filter(({ at }) => Date.now() - at < 2 * REPEAT_MS)
  return current.map(({ name }) => name)
}
