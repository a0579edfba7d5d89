export type Searchable = {
  label: string
  description?: string | undefined
  keywords?: readonly string[] | undefined
}

/** From the best to the worst match of a label; keywords and descriptions follow. */
const RANKS = { exact: 0, prefix: 1, wordPrefix: 2, contains: 3 }
const KEYWORD = 4
const DESCRIPTION = 8
const ALL_WORDS = 12

/** The items that match, the best first, otherwise in their order. All of them for an empty search. */
export function ranked<Item extends Searchable>(items: readonly Item[], search: string): Item[] {
  return rankedOr(items, search, null)
}

/** The same for results of the server: those that match only there, such as by id, are last. */
export function rankedAll<Item extends Searchable>(items: readonly Item[], search: string): Item[] {
  return rankedOr(items, search, Number.MAX_SAFE_INTEGER)
}

function rankedOr<Item extends Searchable>(
  items: readonly Item[],
  search: string,
  fallback: number | null,
): Item[] {
  const term = normalized(search)
  if (!term) return [...items]
  return items
    .map((item) => ({ item, rank: rankOf(item, term) ?? fallback }))
    .filter((one): one is { item: Item; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

function rankOf({ label, description = '', keywords = [] }: Searchable, term: string) {
  const inLabel = rankIn(label, term)
  if (inLabel !== null) return inLabel
  const inKeywords = keywords.map((one) => rankIn(one, term)).filter((rank) => rank !== null)
  if (inKeywords.length > 0) return KEYWORD + Math.min(...inKeywords)
  const inDescription = rankIn(description, term)
  if (inDescription !== null) return DESCRIPTION + inDescription
  const words = wordsOf([label, ...keywords].join(' '))
  const everyWord = term.split(' ').every((part) => words.some((word) => word.startsWith(part)))
  return everyWord ? ALL_WORDS : null
}

function rankIn(text: string, term: string): number | null {
  const whole = normalized(text)
  if (whole === term) return RANKS.exact
  if (whole.startsWith(term)) return RANKS.prefix
  const at = [...whole.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index)
  if (at.some((index) => whole.startsWith(term, index))) return RANKS.wordPrefix
  return whole.includes(term) ? RANKS.contains : null
}

/** Lower case, without accents and repeated spaces. */
const normalized = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ')

const wordsOf = (text: string) => normalized(text).match(/[\p{L}\p{N}]+/gu) ?? []
