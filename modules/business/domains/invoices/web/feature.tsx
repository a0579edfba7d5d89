import { IconFileInvoice } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Invoices of the account, and those of all accounts for the seller. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/invoices',
      component: lazy(() => import('./InvoicesPage'), 'InvoicesPage'),
      needs: 'invoices.read',
    },
    {
      path: '/invoices/$id',
      component: lazy(() => import('./InvoicePage'), 'InvoicePage'),
      needs: 'invoices.read',
    },
    {
      path: '/admin/invoices',
      component: lazy(() => import('./InvoicesPage'), 'AdminInvoicesPage'),
      needs: 'admin.invoices.read',
    },
    {
      path: '/admin/invoices/$id',
      component: lazy(() => import('./InvoicePage'), 'AdminInvoicePage'),
      needs: 'admin.invoices.read',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 30,
      label: 'Invoices',
      to: '/admin/invoices',
      icon: IconFileInvoice,
      key: 'I',
      needs: 'admin.invoices.read',
    },
  ],
})
