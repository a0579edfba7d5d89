import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Passkeys of the user. */
export default defineFeature({
  sections: [
    {
      page: '/security',
      name: 'passkeys',
      order: 20,
      component: lazy(() => import('./PasskeysSection'), 'PasskeysSection'),
    },
  ],
})
