import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Two-factor authentication of the user. */
export default defineFeature({
  sections: [
    {
      page: '/security',
      name: 'two_factor',
      order: 10,
      component: lazy(() => import('./TwoFactorSection'), 'TwoFactorSection'),
    },
  ],
})
