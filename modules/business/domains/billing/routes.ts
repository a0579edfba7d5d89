import { resource } from '@powernode/server/platform/http/resource.ts'
import { GeneratedInvoice, generateInvoice, InvoiceGeneration } from '../invoices/generating.ts'
import { BillingEntry, HistoryFilters, listBillingHistory } from './history.ts'
import { BillingOverview, readBillingOverview } from './overview.ts'
import {
  BillingProfile,
  BillingProfileChanges,
  readProfile,
  TaxChanges,
  updateProfile,
} from './profile.ts'
import { SweptBalances, sweepBalances } from './sweep.ts'
import {
  AccountBillingProfile,
  BillingProfileFilters,
  changeTax,
  listProfiles,
  readAccountProfile,
} from './tax.ts'
import { readSubscriptionBilling, SubscriptionBilling } from './upcoming.ts'

export const billing = resource('/billing', 'What an account owes and paid', (r) => {
  r.get(
    '/',
    { can: 'billing.read', of: BillingOverview, summary: 'Get what the account owes and paid' },
    ({ ctx }) => readBillingOverview(ctx),
  )
  r.get(
    '/subscription',
    {
      can: 'billing.read',
      of: SubscriptionBilling,
      summary: 'Get the subscription of the account and its next invoice',
    },
    ({ ctx }) => readSubscriptionBilling(ctx),
  )
  r.list(
    '/history',
    {
      can: 'billing.read',
      of: BillingEntry,
      query: HistoryFilters,
      sorts: ['-created_at'],
      summary: 'List what was billed, paid and credited',
    },
    ({ ctx, page, query }) => listBillingHistory(ctx, page, query),
  )
  r.get(
    '/profile',
    { can: 'billing.read', of: BillingProfile, summary: 'Get what invoices say about the account' },
    ({ ctx }) => readProfile(ctx),
  )
  r.update(
    '/profile',
    {
      can: 'billing.update',
      notImpersonating: true,
      body: BillingProfileChanges,
      of: BillingProfile,
      summary: 'Change what invoices say about the account',
      says: 'Billing profile updated',
    },
    ({ ctx, body }) => updateProfile(ctx, body),
  )
  r.post(
    '/generate_invoice',
    {
      can: 'system.billing.process',
      body: InvoiceGeneration,
      of: GeneratedInvoice,
      status: 201,
      mayExist: true,
      location: '/invoices',
      summary: 'Issue the invoice of a period of a subscription, once',
      fails: ['not_found', 'invalid_transition'],
    },
    ({ ctx, body }) => generateInvoice(ctx, body),
  )
})

export const billingProfiles = resource(
  '/admin/billing_profiles',
  'Tax and billing addresses of every account, by the id of the account',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.billing_profiles.read',
        of: AccountBillingProfile,
        query: BillingProfileFilters,
        sorts: ['name'],
        summary: 'List the billing profiles of every account',
      },
      ({ ctx, page, query }) => listProfiles(ctx, page, query),
    )
    r.get(
      '/:id',
      {
        can: 'admin.billing_profiles.read',
        of: AccountBillingProfile,
        summary: 'Get the billing profile of an account',
      },
      ({ ctx, id }) => readAccountProfile(ctx, id),
    )
    r.update(
      '/:id',
      {
        can: 'admin.billing_profiles.update',
        notImpersonating: true,
        body: TaxChanges,
        of: AccountBillingProfile,
        summary: 'Set the tax of an account',
        says: 'Tax updated',
      },
      ({ ctx, id, body }) => changeTax(ctx, id, body),
    )
  },
)

/** For the handler of `sweep_balances`. */
export const sweepingBalances = resource('/internal/billing', 'Balances of accounts', (r) => {
  r.post(
    '/sweep_balances',
    {
      can: 'system.billing.process',
      of: SweptBalances,
      status: 200,
      summary: 'Expire credit, and write off balances that are too small to collect',
    },
    ({ ctx }) => sweepBalances(ctx),
  )
})
