import { useRoleNames } from '../roles'

type Props = {
  names: string[]
  /** Set for users of other accounts: their custom roles can have the same names as roles of this account. */
  builtInOnly?: boolean
}

/** Display names of roles, for a table cell, with the API names on hover. */
export function RoleNames({ names, builtInOnly = false }: Props) {
  const roleName = useRoleNames(builtInOnly)
  return <span title={names.join(', ')}>{names.map(roleName).join(', ') || 'None'}</span>
}
