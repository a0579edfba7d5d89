import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Nullable } from '@powernode/server/platform/http/shapes.ts'
import {
  Cancellation,
  cancelSubscription,
  changeSubscription,
  SubscriptionChanges,
} from './changing.ts'
import { RenewedSubscriptions, renewSubscriptions } from './renewal.ts'
import { createSubscription, NewSubscription } from './subscribing.ts'
import {
  AccountSubscription,
  AdminFilters,
  listAllSubscriptions,
  listSubscriptions,
  readLastSubscription,
  readSubscription,
  Subscription,
  SubscriptionFilters,
} from './subscription.ts'

export const subscriptions = resource('/subscriptions', 'Subscriptions of an account', (r) => {
  r.list(
    '/',
    {
      can: 'subscriptions.read',
      otherAccount: 'admin.subscriptions.read',
      of: Subscription,
      query: SubscriptionFilters,
      sorts: ['-created_at'],
      summary: 'List the current and past subscriptions of the account',
    },
    ({ ctx, page, query }) => listSubscriptions(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'subscriptions.create',
      notImpersonating: true,
      body: NewSubscription,
      of: Subscription,
      summary: 'Subscribe to a plan',
      says: 'Subscription created',
      fails: ['conflict'],
    },
    ({ ctx, body }) => createSubscription(ctx, body),
  )
  r.get(
    '/:id',
    { can: 'subscriptions.read', of: Subscription, summary: 'Get a subscription' },
    ({ ctx, id }) => readSubscription(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'subscriptions.update',
      notImpersonating: true,
      body: SubscriptionChanges,
      of: Subscription,
      summary: 'Change the plan or quantity, or whether it renews after this period',
      says: 'Subscription updated',
      fails: ['invalid_transition', 'payment_required'],
    },
    ({ ctx, id, body }) => changeSubscription(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'subscriptions.delete',
      notImpersonating: true,
      query: Cancellation,
      of: Subscription,
      summary: 'Cancel a subscription, at once or at the end of the period',
      says: 'Subscription cancelled',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, query }) => cancelSubscription(ctx, id, query.at_period_end ?? false),
  )
})

export const allSubscriptions = resource(
  '/admin/subscriptions',
  'Subscriptions of every account',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.subscriptions.read',
        of: AccountSubscription,
        query: AdminFilters,
        sorts: ['-created_at'],
        summary: 'List the subscriptions of every account',
      },
      ({ ctx, page, query }) => listAllSubscriptions(ctx, page, query),
    )
  },
)

export const renewals = resource('/internal/subscriptions', 'Renewal of subscriptions', (r) => {
  r.post(
    '/advance',
    {
      can: 'system.subscriptions.update',
      of: RenewedSubscriptions,
      status: 200,
      summary: 'Renew or end every subscription that is due',
    },
    ({ ctx }) => renewSubscriptions(ctx),
  )
})

export const subscriptionsOfAccounts = resource('/accounts', (r) => {
  r.get(
    '/:id/subscription',
    {
      can: 'system.subscriptions.read',
      of: Nullable(AccountSubscription),
      summary: 'Get the current or last subscription of an account; null if it never had one',
    },
    async ({ ctx, id }) => {
      await readAnyAccount(ctx, id)
      return readLastSubscription(ctx.inAccount(id))
    },
  )
})
