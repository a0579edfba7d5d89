import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  listPaymentMethods,
  PaymentMethod,
  PaymentMethodFilters,
  removePaymentMethod,
  setDefault,
} from './payment_method.ts'

export const paymentMethods = resource('/payment_methods', 'Payment methods of an account', (r) => {
  r.list(
    '/',
    {
      can: 'payment_methods.read',
      of: PaymentMethod,
      query: PaymentMethodFilters,
      sorts: ['created_at'],
      summary: 'List the payment methods of the account',
    },
    ({ ctx, page, query }) => listPaymentMethods(ctx, page, query),
  )
  r.put(
    '/:id/set_default',
    {
      can: 'payment_methods.update',
      notImpersonating: true,
      of: PaymentMethod,
      summary: 'Choose the default payment method',
      says: 'Default payment method changed',
    },
    ({ ctx, id }) => setDefault(ctx, id),
  )
  r.delete(
    '/:id',
    {
      can: 'payment_methods.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Remove a payment method',
      says: 'Payment method removed',
      fails: ['payment_method_in_use'],
    },
    ({ ctx, id }) => removePaymentMethod(ctx, id),
  )
})

export const paymentMethodsOfAccounts = resource('/accounts', (r) => {
  r.list(
    '/:id/payment_methods',
    {
      can: 'system.payment_methods.read',
      of: PaymentMethod,
      query: PaymentMethodFilters,
      sorts: ['-is_default', 'created_at'],
      summary: 'List the payment methods of an account, the default first',
    },
    async ({ ctx, id, page, query }) => {
      await readAnyAccount(ctx, id)
      return listPaymentMethods(ctx.inAccount(id), page, query)
    },
  )
})
