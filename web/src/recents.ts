/** A page or record that was opened. */
export type Recent = {
  label: string
  /** The path of a page, or of the list of a record without its own page. */
  path: string
  search?: Record<string, string>
}

const PREFIX = 'powernode.recents.'
const MAX_RECENTS = 8

type Owner = { id: string; account: { id: string } }

/** Recents are separate for each user and account, as records of one account do not exist in another. */
const keyOf = ({ id, account }: Owner) => `${PREFIX}${account.id}.${id}`

/** The latest first. */
export function readRecents(owner: Owner): Recent[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(owner)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isRecent) : []
  } catch {
    return []
  }
}

export function remember(owner: Owner, recent: Recent) {
  const next = withRecent(readRecents(owner), recent)
  localStorage.setItem(keyOf(owner), JSON.stringify(next))
}

/** Removes the recents of every user of this browser. */
export function forgetRecents() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  }
}

/** The list with a page or record moved or added to its start. */
export const withRecent = (recents: Recent[], recent: Recent): Recent[] =>
  [recent, ...recents.filter((one) => addressOf(one) !== addressOf(recent))].slice(0, MAX_RECENTS)

/** The same for two recents of the same page or record. */
export const addressOf = ({ path, search = {} }: Pick<Recent, 'path' | 'search'>) =>
  `${path}?${new URLSearchParams(search)}`

const isRecent = (value: unknown): value is Recent =>
  typeof value === 'object' &&
  value !== null &&
  'label' in value &&
  typeof value.label === 'string' &&
  'path' in value &&
  typeof value.path === 'string'
