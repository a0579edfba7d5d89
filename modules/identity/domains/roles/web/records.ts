import { IconShieldLock } from '@tabler/icons-react'
import type { FoundRecord, Records } from '~/feature'
import { rolesQuery } from '~/roles'
import { queryClient } from '~/session'

const roleRecords: Records = {
  order: 20,
  label: 'Roles',
  to: '/roles/$id',
  icon: IconShieldLock,
  needs: 'roles.read',
  key: 'roles',
  find: findRoles,
}

/** An account has few roles, so all are loaded and searched in the browser. */
async function findRoles(search: string): Promise<FoundRecord[]> {
  const roles = await queryClient.fetchQuery(rolesQuery)
  return roles
    .filter(({ id, name, display_name }) =>
      `${name} ${display_name} ${id}`.toLowerCase().includes(search.toLowerCase()),
    )
    .map(({ id, name, display_name, description }) => ({
      id,
      label: display_name,
      description: description || name,
    }))
}

export default [roleRecords]
