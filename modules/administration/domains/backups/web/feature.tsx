import { IconDatabaseExport } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { api, asSentence, data } from '~/api'
import { defineFeature } from '~/feature'

/** Backups of this installation. */
export default defineFeature({
  pages: [
    {
      path: '/admin/backups',
      component: lazy(() => import('./BackupsPage'), 'BackupsPage'),
      needs: 'admin.backups.read',
      docs: 'backup',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 110,
      label: 'Backups',
      keywords: ['restore'],
      to: '/admin/backups',
      icon: IconDatabaseExport,
      key: 'B',
      needs: 'admin.backups.read',
    },
  ],
  attention: [
    {
      order: 30,
      needs: 'admin.settings.read',
      key: ['backups', 'trouble'],
      check: async (signal) => {
        const { backup } = await data(api.GET('/api/v1/admin_settings/health', { signal }))
        if (backup.status === 'healthy') return null
        return {
          text: asSentence(backup.reason ?? 'The last backup failed'),
          link: 'Open backups',
          to: '/admin/backups',
        }
      },
    },
  ],
})
