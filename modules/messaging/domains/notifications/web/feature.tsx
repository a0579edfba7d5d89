import { IconBell, IconCheck } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Notifications of the user, and their preferences. */
export default defineFeature({
  pages: [
    {
      path: '/notifications',
      component: lazy(() => import('./NotificationsPage'), 'NotificationsPage'),
    },
    {
      path: '/notifications/preferences',
      component: lazy(() => import('./PreferencesPage'), 'PreferencesPage'),
    },
    {
      path: '/unsubscribe',
      component: lazy(() => import('./UnsubscribePage'), 'UnsubscribePage'),
      public: true,
    },
  ],
  personal: [
    {
      order: 30,
      label: 'Notifications',
      keywords: ['inbox', 'preferences'],
      to: '/notifications',
      icon: IconBell,
      key: 'n',
    },
  ],
  topBar: [{ name: 'notifications', order: 10, component: lazy(() => import('./Bell'), 'Bell') }],
  actions: [
    {
      order: 10,
      label: 'Mark all notifications as read',

      icon: IconCheck,
      run: async () => (await import('./queries')).markAllRead(),
    },
  ],
})
