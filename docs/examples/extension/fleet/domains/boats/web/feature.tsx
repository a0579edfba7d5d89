import { IconSailboat } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Boats of the account. Shown while the module is loaded. */
export default defineFeature({
  module: 'fleet',
  pages: [
    {
      path: '/boats',
      component: lazy(() => import('./BoatsPage'), 'BoatsPage'),
      needs: 'boats.read',
    },
    {
      path: '/boats/$id',
      component: lazy(() => import('./BoatPage'), 'BoatPage'),
      needs: 'boats.read',
    },
  ],
  navigation: [
    {
      group: 'Build',
      order: 30,
      label: 'Boats',
      to: '/boats',
      icon: IconSailboat,
      key: 'V',
      needs: 'boats.read',
    },
  ],
  creates: [
    { order: 70, label: 'Add boat', to: '/boats', icon: IconSailboat, needs: 'boats.create' },
  ],
})
