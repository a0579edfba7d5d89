import { resource } from '@powernode/server/platform/http/resource.ts'
import { readSystemHealth, SystemHealth } from './health.ts'

export default resource('/admin_settings', (r) => {
  r.get(
    '/health',
    {
      can: 'admin.settings.read',
      of: SystemHealth,
      summary: 'Get the health of each part of the installation; always 200',
    },
    ({ ctx }) => readSystemHealth(ctx),
  )
})
