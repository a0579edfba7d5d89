import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The page that opens a link to a file. */
export default defineFeature({
  pages: [
    {
      path: '/shares/$token',
      component: lazy(() => import('./SharedFilePage'), 'SharedFilePage'),
      public: true,
    },
  ],
})
