/** Throws when an extension brings a name that is there already: of two that share one, either would be wrong. */
export function refuseTaken(what: string, more: object, known: object): void {
  const taken = Object.keys(more).filter((name) => Object.hasOwn(known, name))
  if (taken.length > 0) throw new Error(`the ${what} ${taken.join(', ')} already exists`)
}
