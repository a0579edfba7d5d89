import { IconFolder } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Files of the account. */
export default defineFeature({
  pages: [
    {
      path: '/files',
      component: lazy(() => import('./FilesPage'), 'FilesPage'),
      needs: 'files.read',
      docs: 'files',
    },
  ],
  navigation: [
    {
      group: 'Content',
      order: 30,
      label: 'Files',
      keywords: ['uploads', 'documents', 'pictures', 'media', 'trash'],
      to: '/files',
      icon: IconFolder,
      key: 'E',
      needs: 'files.read',
    },
  ],
})
