import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Comments on articles: to moderate, and to write. */
export default defineFeature({
  pages: [
    {
      path: '/kb_comments',
      component: lazy(() => import('./CommentsPage'), 'CommentsPage'),
      needs: 'kb_comments.moderate',
      docs: 'content',
    },
    {
      path: '/kb_comments/on/$key',
      component: lazy(() => import('./DiscussionPage'), 'DiscussionPage'),
      docs: 'content',
    },
  ],
})
