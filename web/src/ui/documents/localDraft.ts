/** What somebody typed and the server has not confirmed, with the save it is based on. */
export interface LocalDraft<Values> {
  values: Values
  lock_version: number
  at: string
}

const keyOf = (userId: string, documentId: string) => `powernode.draft.${userId}.${documentId}`

/** The draft that this browser kept, for example when it crashed. Its fields may be those of an earlier release. */
export function readLocalDraft<Values>(
  userId: string,
  documentId: string,
): LocalDraft<Partial<Values>> | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId, documentId)) ?? 'null')
    return isDraft<Values>(stored) ? stored : undefined
  } catch {
    return undefined
  }
}

/** Keeps a draft, unless the browser has no room. */
export function keepLocalDraft<Values>(
  userId: string,
  documentId: string,
  draft: LocalDraft<Values>,
) {
  try {
    localStorage.setItem(keyOf(userId, documentId), JSON.stringify(draft))
  } catch {
    // The text is still in the editor.
  }
}

export function dropLocalDraft(userId: string, documentId: string) {
  localStorage.removeItem(keyOf(userId, documentId))
}

const isDraft = <Values>(value: unknown): value is LocalDraft<Partial<Values>> =>
  typeof value === 'object' &&
  value !== null &&
  'values' in value &&
  'lock_version' in value &&
  typeof value.lock_version === 'number'
