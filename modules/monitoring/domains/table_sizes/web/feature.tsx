import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** A section of the overview of the server. */
export default defineFeature({
  sections: [
    {
      page: '/admin',
      name: 'table_sizes',
      order: 10,
      component: lazy(() => import('./DatabaseSize'), 'DatabaseSize'),
      needs: 'admin.table_sizes.read',
    },
  ],
})
