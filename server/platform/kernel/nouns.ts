/** `users` → `user`, `policies` → `policy`. Path words and tables are regular plurals. */
export function singularOf(noun: string): string {
  return noun.replace(/ies$/, 'y').replace(/s$/, '')
}
