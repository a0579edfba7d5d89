/** Where to go after signing in: only ever a page of this app, whatever the link claimed. */
export function internalPath(next: string | undefined): string {
  if (!next) return '/'
  const target = URL.parse(next, location.origin)
  return target?.origin === location.origin ? target.pathname + target.search : '/'
}
