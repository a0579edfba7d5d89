import { IconWebhook } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Webhooks of the account and their deliveries. */
export default defineFeature({
  pages: [
    {
      path: '/webhooks',
      component: lazy(() => import('./WebhooksPage'), 'WebhooksPage'),
      needs: 'webhooks.read',
      docs: 'webhooks',
    },
    {
      path: '/webhooks/deliveries',
      component: lazy(() => import('./DeliveriesPage'), 'DeliveriesPage'),
      needs: 'webhooks.read',
      docs: 'webhooks',
    },
    {
      path: '/webhooks/$id',
      component: lazy(() => import('./WebhookPage'), 'WebhookPage'),
      needs: 'webhooks.read',
      docs: 'webhooks',
    },
  ],
  navigation: [
    {
      group: 'Build',
      order: 20,
      label: 'Webhooks',
      keywords: ['events', 'deliveries', 'endpoints'],
      to: '/webhooks',
      icon: IconWebhook,
      key: 'w',
      needs: 'webhooks.read',
    },
  ],
  creates: [
    {
      order: 60,
      label: 'Add webhook',
      to: '/webhooks',
      icon: IconWebhook,
      needs: 'webhooks.create',
    },
  ],
})
