import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'
import { activity } from './activity'

/** Passkeys of the user. */
export default defineFeature({
  activity,
  sections: [
    {
      page: '/security',
      name: 'passkeys',
      order: 20,
      component: lazy(() => import('./PasskeysSection'), 'PasskeysSection'),
    },
  ],
})
