/** What a principal can depend on. A domain adds what it issues credentials for by declaration merging. */
export interface Dependencies {
  user: string
  account: string
  worker: string
}

/** One of them: `user:…`. */
export type Dependency = `${keyof Dependencies}:${string}`

/** Whose cached principals are to be dropped. */
export type Forget =
  | { [Kind in keyof Dependencies]: { [K in Kind]: Dependencies[K] } }[keyof Dependencies]
  | { everyone: true }
  /** Not of their rights, but of how much they asked: `user:…`, `account:…`, `ip:…`. */
  | { limits: string }

/** Tells of a principal, by what it depends on, whether dropping `whom` drops it. */
export function concernedBy(
  whom: Forget,
): (principal: { dependsOn: ReadonlySet<Dependency> }) => boolean {
  if ('everyone' in whom) return () => true
  if ('limits' in whom) return () => false
  const named = Object.entries(whom).map(([kind, id]) => `${kind}:${id}` as Dependency)
  return ({ dependsOn }) => named.some((dependency) => dependsOn.has(dependency))
}
