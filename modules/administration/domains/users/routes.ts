import { resource } from '@powernode/server/platform/http/resource.ts'
import { AdminUser, AdminUserFilters, listAdminUsers } from './user.ts'

/** The users of every account. */
export default resource('/admin_settings', (r) => {
  r.list(
    '/users',
    {
      can: 'admin.users.read',
      of: AdminUser,
      query: AdminUserFilters,
      sorts: ['-created_at', 'name', 'email'],
      summary: 'List the users of every account',
    },
    ({ ctx, page, query }) => listAdminUsers(ctx, page, query),
  )
})
