/** Throws when an extension declares a name that already exists, because either one could be the wrong one. */
export function refuseTaken(what: string, more: object, known: object): void {
  const taken = Object.keys(more).filter((name) => Object.hasOwn(known, name))
  if (taken.length > 0) throw new Error(`the ${what} ${taken.join(', ')} already exists`)
}
