import type { PageValues } from './queries'

/** What somebody typed and the server has not confirmed, with the save it is based on. */
export interface LocalDraft {
  values: PageValues
  lock_version: number
  at: string
}

const keyOf = (userId: string, pageId: string) => `powernode.draft.${userId}.${pageId}`

/** The draft that this browser kept, for example when it crashed. */
export function readLocalDraft(userId: string, pageId: string): LocalDraft | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId, pageId)) ?? 'null')
    return isDraft(stored) ? stored : undefined
  } catch {
    return undefined
  }
}

/** Keeps a draft, unless the browser has no room. */
export function keepLocalDraft(userId: string, pageId: string, draft: LocalDraft) {
  try {
    localStorage.setItem(keyOf(userId, pageId), JSON.stringify(draft))
  } catch {
    // The text is still in the editor.
  }
}

export function dropLocalDraft(userId: string, pageId: string) {
  localStorage.removeItem(keyOf(userId, pageId))
}

const isDraft = (value: unknown): value is LocalDraft =>
  typeof value === 'object' &&
  value !== null &&
  'values' in value &&
  'lock_version' in value &&
  typeof value.lock_version === 'number'
