import { useRoleNames } from '../roles'

/** Display names of roles, for a table cell. */
export function RoleNames({ names }: { names: string[] }) {
  const roleName = useRoleNames()
  return names.map(roleName).join(', ') || 'None'
}
