import { IconKey } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** API keys of the account. */
export default defineFeature({
  pages: [
    {
      path: '/api_keys',
      component: lazy(() => import('./ApiKeysPage'), 'ApiKeysPage'),
      needs: 'api_keys.read',
      docs: 'api_keys',
    },
    {
      path: '/api_keys/new',
      component: lazy(() => import('./NewApiKeyPage'), 'NewApiKeyPage'),
      needs: ['api_keys.read', 'api_keys.create'],
      docs: 'api_keys',
    },
    {
      path: '/api_keys/$id',
      component: lazy(() => import('./ApiKeyPage'), 'ApiKeyPage'),
      needs: 'api_keys.read',
      docs: 'api_keys',
    },
  ],
  navigation: [
    {
      group: 'Build',
      order: 10,
      label: 'API keys',
      keywords: ['tokens'],
      to: '/api_keys',
      icon: IconKey,
      key: 'k',
      needs: 'api_keys.read',
    },
  ],
  creates: [
    {
      order: 40,
      label: 'Create key',
      keywords: ['token'],
      to: '/api_keys/new',
      icon: IconKey,
      needs: 'api_keys.create',
    },
  ],
})
