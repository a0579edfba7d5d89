import { isNotEmpty } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { isFailure } from '../../api'
import { queryClient, useMe } from '../../session'
import { useApiForm } from '../form'
import { useLeaveGuard } from '../useLeaveGuard'
import {
  type DocumentValues,
  documentKey,
  type EditorKind,
  type WorkingDocument,
} from './editorKind'
import { dropLocalDraft, keepLocalDraft, readLocalDraft } from './localDraft'

const required = {
  title: isNotEmpty('Enter a title.'),
  content: isNotEmpty('Write something.'),
  slug: isNotEmpty('Enter an address.'),
}

export type Editing<D extends WorkingDocument, V extends DocumentValues> = {
  kind: EditorKind<D>
  document: D
  valuesOf: (document: D) => V
  /** Saves what differs from the document that was opened. */
  save: (opened: D, values: V, lock_version: number) => Promise<D>
  /** Gets what saves the document, for a button outside of the editor. */
  saving: RefObject<(() => void) | null>
}

/**
 * The form of a working copy: it starts with what this browser kept, follows the saves of others while nothing is typed, and
 * knows when a newer save exists.
 */
export function useDocumentEditor<D extends WorkingDocument, V extends DocumentValues>({
  kind,
  document,
  valuesOf,
  save,
  saving,
}: Editing<D, V>) {
  const { id, lock_version } = document
  const me = useMe().id
  const [draft] = useState(() => readLocalDraft<V>(me, id))
  /** The save that the text is based on. */
  const [base, setBase] = useState(draft?.lock_version ?? lock_version)
  const sent = useRef<V>(valuesOf(document))
  const seen = useRef(lock_version)
  const api = useApiForm<V, D>({
    initialValues: valuesOf(document),
    validate: ({ title, content, slug }) => ({
      title: required.title(title),
      content: required.content(content),
      slug: required.slug(slug),
    }),
    submit: (values) => {
      sent.current = values
      return save(document, values, base).catch((error: unknown) => {
        // The notice of the newer save appears when the document is read again.
        if (isFailure(error) && error.code === 'conflict')
          void queryClient.invalidateQueries({ queryKey: documentKey(kind, id) })
        throw error
      })
    },
    onDone: confirm,
  })
  const { form } = api
  const values = form.getValues()
  const dirty = form.isDirty()

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editor opens
  useEffect(() => {
    if (draft) form.setValues({ ...valuesOf(document), ...draft.values })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when somebody saved
  useEffect(() => {
    if (seen.current === lock_version) return
    seen.current = lock_version
    if (!dirty) discard()
  }, [lock_version])
  useImperativeHandle(saving, () => () => api.onSubmit())
  useEffect(() => {
    if (!dirty) return
    const keep = () =>
      keepLocalDraft(me, id, { values, lock_version: base, at: new Date().toISOString() })
    const timer = setTimeout(keep, 300)
    return () => clearTimeout(timer)
  }, [dirty, values, base, me, id])
  useLeaveGuard(dirty && !api.busy)
  useHotkeys([['mod+S', () => api.onSubmit()]], [])

  /** Keeps what was typed while the save was under way. */
  function confirm(saved: D) {
    const typed = Object.entries(form.getValues()).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(sent.current[field as keyof V]),
    )
    start(saved, Object.fromEntries(typed) as Partial<V>)
  }

  /** Edits a document as it is saved, with what was typed since. */
  function start(saved: D, typed: Partial<V> = {}) {
    const known = valuesOf(saved)
    form.setInitialValues(known)
    form.resetDirty(known)
    form.setValues({ ...known, ...typed })
    setBase(saved.lock_version)
    dropLocalDraft(me, id)
  }

  const discard = () => start(document)
  return {
    api,
    draft,
    /** Somebody saved since the text was opened. */
    isOutdated: lock_version !== base,
    keepMine: () => setBase(lock_version),
    discard,
  }
}
