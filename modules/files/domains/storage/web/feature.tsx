import { IconDatabase, IconDatabaseCog } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Where files are kept. */
export default defineFeature({
  pages: [
    {
      path: '/storage',
      component: lazy(() => import('./StoragePage'), 'StoragePage'),
      needs: 'storage.read',
      docs: 'files',
    },
    {
      path: '/admin/storage',
      component: lazy(() => import('./StorageLimitsPage'), 'StorageLimitsPage'),
      needs: 'admin.storage.read',
      docs: 'files',
    },
  ],
  navigation: [
    {
      group: 'Content',
      order: 40,
      label: 'Storage',
      keywords: ['disk', 'space', 'quota', 'bucket', 'S3'],
      to: '/storage',
      icon: IconDatabase,
      key: 'K',
      needs: 'storage.read',
    },
    {
      group: 'Admin',
      order: 55,
      label: 'Storage limits',
      keywords: ['disk', 'space', 'quota', 'files'],
      to: '/admin/storage',
      icon: IconDatabaseCog,
      key: 'W',
      needs: 'admin.storage.read',
    },
  ],
  creates: [
    {
      order: 95,
      label: 'Add storage',
      to: '/storage',
      icon: IconDatabase,
      needs: 'storage.create',
    },
  ],
  health: [{ order: 85, part: 'files', label: 'File storage', to: '/storage' }],
})
