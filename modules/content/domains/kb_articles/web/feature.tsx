import { IconBook2 } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Articles of the knowledge base. */
export default defineFeature({
  pages: [
    {
      path: '/kb_articles',
      component: lazy(() => import('./ArticlesPage'), 'ArticlesPage'),
      needs: 'kb_articles.read',
      docs: 'content',
    },
    {
      path: '/kb_articles/insights',
      component: lazy(() => import('./InsightsPage'), 'InsightsPage'),
      needs: 'kb_articles.read',
      docs: 'content',
    },
    {
      path: '/kb_articles/$id',
      component: lazy(() => import('./ArticlePage'), 'ArticlePage'),
      needs: 'kb_articles.read',
      docs: 'content',
    },
  ],
  navigation: [
    {
      group: 'Content',
      order: 20,
      label: 'Knowledge base',
      keywords: ['articles', 'help', 'documentation', 'FAQ', 'support'],
      to: '/kb_articles',
      icon: IconBook2,
      key: 'H',
      covers: ['/kb_categories', '/kb_comments'],
      needs: 'kb_articles.read',
    },
  ],
  creates: [
    {
      order: 66,
      label: 'Write article',
      to: '/kb_articles',
      icon: IconBook2,
      needs: 'kb_articles.create',
    },
  ],
})
