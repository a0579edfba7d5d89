/** `users` → `user`, `policies` → `policy`. Path words and tables are regular plurals. */
export function singularOf(noun: string): string {
  return noun.replace(/ies$/, 'y').replace(/s$/, '')
}

/** "1 job", "1,504 jobs", "2 entries" if the plural is not the noun with an s. */
export const formatNoun = (count: number, noun: string, plural = `${noun}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
