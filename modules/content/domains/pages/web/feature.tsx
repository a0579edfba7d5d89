import { IconArticle } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Pages of the public site. */
export default defineFeature({
  pages: [
    {
      path: '/pages',
      component: lazy(() => import('./PagesPage'), 'PagesPage'),
      needs: 'pages.read',
      docs: 'content',
    },
    {
      path: '/pages/$id',
      component: lazy(() => import('./PagePage'), 'PagePage'),
      needs: 'pages.read',
      docs: 'content',
    },
  ],
  navigation: [
    {
      group: 'Content',
      order: 10,
      label: 'Pages',
      keywords: ['site', 'articles', 'publish', 'Markdown'],
      to: '/pages',
      icon: IconArticle,
      key: 'C',
      needs: 'pages.read',
    },
  ],
  creates: [
    { order: 65, label: 'Write page', to: '/pages', icon: IconArticle, needs: 'pages.create' },
  ],
})
