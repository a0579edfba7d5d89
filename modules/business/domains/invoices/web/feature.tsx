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
      docs: 'billing',
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
      docs: 'billing',
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
      keywords: ['billing', 'payments', 'credit notes'],
      to: '/admin/invoices',
      icon: IconFileInvoice,
      key: 'I',
      needs: 'admin.invoices.read',
    },
  ],
  creates: [
    {
      order: 112,
      label: 'Draft invoice',
      keywords: ['bill', 'charge', 'new invoice'],
      to: '/admin/invoices',
      icon: IconFileInvoice,
      needs: 'admin.invoices.update',
    },
  ],
  sections: [
    {
      page: '/admin/accounts/$id',
      name: 'invoices',
      order: 20,
      component: lazy(() => import('./AccountInvoices'), 'AccountInvoices'),
      needs: 'admin.invoices.read',
    },
    {
      page: '/billing',
      name: 'invoices',
      order: 10,
      component: lazy(() => import('./RecentInvoices'), 'RecentInvoices'),
      needs: 'invoices.read',
    },
  ],
})
