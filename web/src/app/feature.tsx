import { IconFingerprint, IconHome } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '../feature'

/** Pages that combine parts of several domains. */
export default defineFeature({
  pages: [
    { path: '/', component: lazy(() => import('./home/HomePage'), 'HomePage') },
    { path: '/security', component: lazy(() => import('./SecurityPage'), 'SecurityPage') },
  ],
  navigation: [
    {
      group: 'Home',
      order: 10,
      label: 'Home',
      keywords: ['dashboard'],
      to: '/',
      icon: IconHome,
      key: 'h',
    },
  ],
  personal: [
    {
      order: 20,
      label: 'Security',
      keywords: ['two-factor', '2FA', 'passkeys', 'sessions', 'devices'],
      to: '/security',
      icon: IconFingerprint,
      key: 'y',
    },
  ],
})
