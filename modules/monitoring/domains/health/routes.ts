import { resource } from '@powernode/server/platform/http/resource.ts'
import { readSystemHealth, SystemHealth } from './health.ts'

/** How the parts of the installation are. */
export default resource('/admin_settings', (r) => {
  r.get(
    '/health',
    {
      can: 'admin.settings.read',
      of: SystemHealth,
      summary: 'How the parts of this installation are; always 200',
    },
    ({ ctx }) => readSystemHealth(ctx),
  )
})
