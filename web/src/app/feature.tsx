import { IconBook2, IconFingerprint, IconHome } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '../feature'

/** Pages that combine parts of several domains. */
export default defineFeature({
  pages: [
    { path: '/', component: lazy(() => import('./home/HomePage'), 'HomePage') },
    {
      path: '/security',
      component: lazy(() => import('./SecurityPage'), 'SecurityPage'),
      docs: 'security',
    },
    { path: '/docs', component: lazy(() => import('./docs/DocumentsPage'), 'DocumentsPage') },
    { path: '/docs/$page', component: lazy(() => import('./docs/DocumentPage'), 'DocumentPage') },
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
    {
      order: 40,
      label: 'Documentation',
      keywords: ['help', 'manual', 'guide'],
      to: '/docs',
      icon: IconBook2,
      key: 'D',
    },
  ],
})
