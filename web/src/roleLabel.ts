/** Display names of built-in roles that differ from their API names. */
const builtIn: Record<string, string> = { admin: 'Platform administrator' }

/** A role's label if its display name is unknown: "account.manager" → "Account manager". */
export function roleLabel(name: string) {
  const text = name.replaceAll(/[._]/g, ' ')
  return builtIn[name] ?? text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * "Owner or Manager": the roles one can ask for to get a permission. A platform administrator works on all accounts, so that
 * role is named only if no other grants the permission.
 */
export function rolesToAskFor(names: readonly string[], label = roleLabel): string {
  const others = names.filter((name) => name !== 'admin')
  const asked = (others.length > 0 ? others : names).map(label)
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(asked)
}
