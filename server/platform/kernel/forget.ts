/** What a principal can depend on. Domains that issue credentials add to it by declaration merging. */
export interface Dependencies {
  user: string
  account: string
  worker: string
}

/** One dependency: `user:…`. */
export type Dependency = `${keyof Dependencies}:${string}`

/** Which cached principals to drop. */
export type Forget =
  | { [Kind in keyof Dependencies]: { [K in Kind]: Dependencies[K] } }[keyof Dependencies]
  | { everyone: true }
  /** Resets rate limit counts instead of principals: `user:…`, `account:…`, `ip:…`. */
  | { limits: string }

/** Returns a predicate that tells whether a principal is affected. */
export function isAffectedBy(
  whom: Forget,
): (principal: { dependsOn: ReadonlySet<Dependency> }) => boolean {
  if ('everyone' in whom) return () => true
  if ('limits' in whom) return () => false
  const named = Object.entries(whom).map(([kind, id]) => `${kind}:${id}` as Dependency)
  return ({ dependsOn }) => named.some((dependency) => dependsOn.has(dependency))
}
