import { IconCashRegister } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Payment gateways, for administrators; whoever pays sees whether payments are simulated. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/admin/payment_gateways',
      component: lazy(() => import('./GatewaysPage'), 'GatewaysPage'),
      needs: 'admin.payment_gateways.read',
      docs: 'billing',
    },
    {
      path: '/admin/payment_gateways/$id',
      component: lazy(() => import('./GatewayPage'), 'GatewayPage'),
      needs: 'admin.payment_gateways.read',
      docs: 'billing',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 35,
      label: 'Gateways',
      keywords: ['payment', 'stripe', 'paypal', 'cards'],
      to: '/admin/payment_gateways',
      icon: IconCashRegister,
      key: 'G',
      needs: 'admin.payment_gateways.read',
    },
  ],
  notices: [
    {
      order: 10,
      name: 'simulated_payments',
      pages: [
        '/billing',
        '/invoices',
        '/subscriptions',
        '/plans',
        '/settings/account',
        '/admin/invoices',
        '/admin/payments',
        '/admin/payment_gateways',
      ],
      component: lazy(() => import('./SimulatedNotice'), 'SimulatedNotice'),
      needs: 'payment_methods.read',
    },
  ],
})
