import { IconActivity, IconAdjustments, IconShieldCog } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Overview, settings and security of this installation. */
export default defineFeature({
  pages: [
    {
      path: '/admin',
      component: lazy(() => import('./SystemOverviewPage'), 'SystemOverviewPage'),
      needs: 'admin.settings.read',
      docs: 'observability',
    },
    {
      path: '/admin/settings',
      component: lazy(() => import('./GeneralSettingsPage'), 'GeneralSettingsPage'),
      needs: 'admin.settings.read',
    },
    {
      path: '/admin/security',
      component: lazy(() => import('./SecuritySettingsPage'), 'SecuritySettingsPage'),
      needs: 'admin.security.read',
      docs: 'security',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 10,
      label: 'Server overview',
      keywords: ['health', 'metrics', 'dashboard'],
      to: '/admin',
      icon: IconActivity,
      key: 'v',
      needs: 'admin.settings.read',
    },
    {
      group: 'Admin',
      order: 120,
      label: 'Server settings',
      keywords: ['configuration', 'maintenance mode'],
      to: '/admin/settings',
      icon: IconAdjustments,
      key: 't',
      needs: 'admin.settings.read',
    },
    {
      group: 'Admin',
      order: 130,
      label: 'Server security',
      keywords: ['password policy', 'signing key', 'two-factor'],
      to: '/admin/security',
      icon: IconShieldCog,
      key: 'x',
      needs: 'admin.security.read',
    },
  ],
  health: [
    { order: 10, part: 'database', label: 'Database', to: '/admin' },
    { order: 50, part: 'redis', label: 'Redis', to: '/admin' },
    { order: 60, part: 'disk', label: 'Disk', to: '/admin' },
  ],
})
