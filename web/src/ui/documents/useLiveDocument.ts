import { useEffect, useRef, useState } from 'react'
import { subscribeToChannel } from '../../live'
import { queryClient, useMe } from '../../session'
import { documentKey, type EditorKind, type WorkingDocument } from './editorKind'

const REPEAT_MS = 20_000

type Message = { type: string; user_id?: string | null; name?: string | null }

/**
 * Refetches a document when others change it, and names those who have unsaved changes. Tells them of `dirty` ones here.
 * Null until the document is loaded, as the channel of one that does not exist refuses.
 */
export function useLiveDocument<D extends WorkingDocument>(
  kind: EditorKind<D>,
  id: string | null,
  dirty: boolean,
): string[] {
  const me = useMe().id
  const [editing, setEditing] = useState<Record<string, { name: string; at: number }>>({})
  const edit = useRef(() => {})

  useEffect(() => {
    if (id === null) return
    const refetch = () =>
      void queryClient.invalidateQueries({ queryKey: documentKey(kind, id), exact: true })
    const params = { [`${kind.noun}_id`]: id }
    return subscribeToChannel<Message>(kind.channel, params, {
      onMessage: ({ type, user_id, name }) => {
        const isEdit = type === `${kind.noun}_edited`
        if (isEdit && user_id && user_id !== me) {
          setEditing((now) => ({
            ...now,
            [user_id]: { name: name ?? 'Somebody', at: Date.now() },
          }))
        }
        if (type === `${kind.noun}_saved` && user_id) {
          setEditing(({ [user_id]: _, ...others }) => others)
        }
        if (!isEdit) refetch()
      },
      onConnect: (reconnected, perform) => {
        // The client adds to the object and freezes it.
        edit.current = () => perform('edit', { ...params })
        if (reconnected) refetch()
      },
    })
  }, [kind, id, me])

  useEffect(() => {
    if (!dirty) return
    edit.current()
    const timer = setInterval(() => edit.current(), REPEAT_MS)
    return () => clearInterval(timer)
  }, [dirty])

  const current = Object.values(editing).filter(({ at }) => Date.now() - at < 2 * REPEAT_MS)
  return current.map(({ name }) => name)
}
