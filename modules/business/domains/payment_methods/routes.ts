import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import { type Routes, resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { addPaymentMethod, NewPaymentMethod } from './adding.ts'
import {
  listPaymentMethods,
  PaymentMethod,
  PaymentMethodFilters,
  removePaymentMethod,
  setDefault,
} from './payment_method.ts'
import { createSetupIntent, NewSetupIntent, SetupIntent } from './setup_intent.ts'

/** The payment methods of an account, under both of their paths. */
function ofAccount(r: Routes) {
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
  r.post(
    '/',
    {
      can: 'payment_methods.create',
      notImpersonating: true,
      class: 'heavy',
      waits: true,
      body: NewPaymentMethod,
      of: PaymentMethod,
      status: 201,
      mayExist: true,
      summary: 'Add a payment method',
      says: 'Payment method added',
      fails: ['payment_declined', 'gateway_not_configured', 'gateway_error'],
    },
    ({ ctx, body }) => addPaymentMethod(ctx, body),
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
}

const choosing = {
  can: 'payment_methods.update',
  notImpersonating: true,
  of: PaymentMethod,
  summary: 'Choose the default payment method',
  says: 'Default payment method changed',
} as const

export const billingPaymentMethods = resource(
  '/billing/payment-methods',
  'The same as /payment_methods',
  (r) => {
    ofAccount(r)
    r.put('/:id/default', { ...choosing, name: 'setDefault' }, ({ ctx, id }) => setDefault(ctx, id))
  },
)

export const paymentMethods = resource('/payment_methods', 'Payment methods of an account', (r) => {
  ofAccount(r)
  r.put('/:id/set_default', choosing, ({ ctx, id }) => setDefault(ctx, id))
  r.post(
    '/setup_intent',
    {
      can: 'payment_methods.create',
      notImpersonating: true,
      class: 'heavy',
      waits: true,
      body: NewSetupIntent,
      of: SetupIntent,
      status: 200,
      name: 'createSetupIntent',
      summary: 'Begin to add a payment method in the form of the gateway',
      fails: ['gateway_not_configured', 'gateway_error'],
    },
    ({ ctx, body }) => createSetupIntent(ctx, body),
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
