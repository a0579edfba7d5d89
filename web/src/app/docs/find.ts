import type { DocumentEntry } from '../../../documents'

export type FoundDocument = DocumentEntry & {
  /** The headings that contain the search, if the title does not. */
  matching: string[]
}

/** Documents whose title contains every word of the search, then those with such a heading. */
export function findDocuments(all: readonly DocumentEntry[], search: string): FoundDocument[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const found = all.map((entry) => ({
    ...entry,
    byTitle: matches(entry.title),
    matching: words.length > 0 && !matches(entry.title) ? entry.headings.filter(matches) : [],
  }))
  return [
    ...found.filter(({ byTitle }) => byTitle),
    ...found.filter(({ matching }) => matching.length > 0),
  ]
}
