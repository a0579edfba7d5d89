import { IconFolders } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Categories of the knowledge base. */
export default defineFeature({
  pages: [
    {
      path: '/kb_categories',
      component: lazy(() => import('./CategoriesPage'), 'CategoriesPage'),
      needs: 'kb_categories.update',
      docs: 'content',
    },
  ],
  creates: [
    {
      order: 67,
      label: 'Create category',
      to: '/kb_categories',
      icon: IconFolders,
      needs: 'kb_categories.create',
    },
  ],
})
