/** Throws when an extension declares a name that already exists, because either one could be the wrong one. */
export function requireUnusedNames(kind: string, added: object, existing: object): void {
  const taken = Object.keys(added).filter((name) => Object.hasOwn(existing, name))
  if (taken.length > 0) throw new Error(`the ${kind} ${taken.join(', ')} already exists`)
}
