import { IconSend, IconWebhook } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Webhooks of the account and their deliveries. */
export default defineFeature({
  pages: [
    {
      path: '/webhooks',
      component: lazy(() => import('./WebhooksPage'), 'WebhooksPage'),
      needs: 'webhooks.read',
    },
    {
      path: '/webhooks/deliveries',
      component: lazy(() => import('./DeliveriesPage'), 'DeliveriesPage'),
      needs: 'webhooks.read',
    },
    {
      path: '/webhooks/$id',
      component: lazy(() => import('./WebhookPage'), 'WebhookPage'),
      needs: 'webhooks.read',
    },
  ],
  navigation: [
    {
      group: 'Build',
      order: 20,
      label: 'Webhooks',
      keywords: ['events', 'deliveries', 'endpoints', 'callbacks'],
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
      keywords: ['create webhook', 'add endpoint'],
      to: '/webhooks',
      icon: IconWebhook,
      needs: 'webhooks.create',
    },
  ],
  records: [
    {
      order: 40,
      label: 'Webhooks',
      to: '/webhooks/$id',
      icon: IconWebhook,
      needs: 'webhooks.read',
      key: 'webhooks',
      source: async () => (await import('./records')).webhookRecords,
    },
    {
      order: 50,
      label: 'Deliveries',
      to: '/webhooks/deliveries',
      icon: IconSend,
      needs: 'webhooks.read',
      key: 'webhooks',
      source: async () => (await import('./records')).deliveryRecords,
    },
  ],
})
