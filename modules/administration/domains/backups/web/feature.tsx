import { IconDatabaseExport } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
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
  health: [{ order: 80, part: 'backup', label: 'Backups', to: '/admin/backups' }],
})
