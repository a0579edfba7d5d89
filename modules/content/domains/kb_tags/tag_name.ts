/** A tag as it is stored: hyphens and underscores become spaces, and every word begins with a capital letter. */
export function tagNameOf(text: string): string {
  return text
    .replace(/[-_\s]+/g, ' ')
    .trim()
    .replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toLocaleUpperCase('en'))
}

/** The distinct names of a list, without regard to case; the first spelling of each counts. */
export function tagNamesOf(texts: readonly string[]): string[] {
  const names = new Map<string, string>()
  for (const name of texts.map(tagNameOf).filter(Boolean)) {
    const key = name.toLowerCase()
    if (!names.has(key)) names.set(key, name)
  }
  return [...names.values()]
}
