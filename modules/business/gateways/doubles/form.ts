/** A decoded form: `metadata[account_id]=1` is nested, `expand[]=a` and `expand[0]=a` have numbers as names. */
export interface Form {
  [name: string]: string | Form | undefined
}

export function decodeForm(parameters: URLSearchParams): Form {
  const form: Form = {}
  for (const [name, value] of parameters) {
    const path = name.split('[').map((part) => part.replace(']', ''))
    let node = form
    for (const [depth, part] of path.entries()) {
      const key = part === '' ? String(Object.keys(node).length) : part
      if (key === '__proto__') break
      if (depth === path.length - 1) node[key] = value
      else node = nested(node, key)
    }
  }
  return form
}

function nested(node: Form, key: string): Form {
  const known = node[key]
  if (typeof known === 'object') return known
  const created: Form = {}
  node[key] = created
  return created
}

export const textIn = (form: Form, name: string): string | undefined => {
  const value = form[name]
  return typeof value === 'string' ? value : undefined
}

export const formIn = (form: Form, name: string): Form => {
  const value = form[name]
  return typeof value === 'object' ? value : {}
}

/** The values of a list or of a map of texts. */
export const textsIn = (form: Form, name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(formIn(form, name)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
