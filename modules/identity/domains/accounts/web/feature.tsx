import { IconSettings } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The settings of the account. */
export default defineFeature({
  pages: [
    {
      path: '/settings/account',
      component: lazy(() => import('./AccountSettingsPage'), 'AccountSettingsPage'),
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 70,
      label: 'Account settings',
      keywords: ['account settings'],
      to: '/settings/account',
      icon: IconSettings,
      key: 's',
    },
  ],
})
