/** The page to open after sign-in. Links to other origins are ignored. */
export function internalPath(next: string | undefined): string {
  if (!next) return '/'
  const target = URL.parse(next, location.origin)
  return target?.origin === location.origin ? target.pathname + target.search : '/'
}
