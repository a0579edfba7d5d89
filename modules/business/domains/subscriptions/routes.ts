import { readAnyAccount } from '@powernode/modules/identity/domains/accounts/internal.ts'
import { isInAccount } from '@powernode/server/platform/db/context.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Nullable } from '@powernode/server/platform/http/shapes.ts'
import { Cancellation, cancelSubscription } from './cancelling.ts'
import { changeSubscriptionOf, SubscriptionChanges } from './change_request.ts'
import { PreviewedSubscription, previewSubscription, SubscriptionPreview } from './first_preview.ts'
import { Pause, pauseSubscription, resumeSubscription } from './pausing.ts'
import { PaidSubscription } from './payment_reply.ts'
import { ProrationFilters, ProrationPreview, previewProration } from './preview.ts'
import { processRenewal, Renewal, RenewalResult } from './processing.ts'
import { createSubscription, NewSubscription } from './subscribing.ts'
import {
  AdminFilters,
  listAllSubscriptions,
  listSubscriptions,
  readAnySubscription,
  readLastSubscription,
  readSubscription,
  Subscription,
  SubscriptionFilters,
} from './subscription.ts'
import { AdvancedSubscriptions, advanceSubscriptions } from './sweep.ts'

export const subscriptions = resource('/subscriptions', 'Subscriptions of an account', (r) => {
  r.list(
    '/',
    {
      can: 'subscriptions.read',
      worker: 'system.subscriptions.read',
      otherAccount: 'admin.subscriptions.read',
      of: Subscription,
      query: SubscriptionFilters,
      sorts: ['-created_at', 'current_period_end'],
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
      of: PaidSubscription,
      waits: true,
      summary: 'Subscribe to a plan, and pay its first period',
      says: 'Subscription created',
      fails: ['conflict'],
    },
    ({ ctx, body }) => createSubscription(ctx, body),
  )
  r.post(
    '/preview',
    {
      can: 'subscriptions.read',
      whileImpersonating: 'changes nothing',
      body: PreviewedSubscription,
      of: SubscriptionPreview,
      status: 200,
      summary: 'Get what the first period of a plan would cost, with its discounts',
    },
    ({ ctx, body }) => previewSubscription(ctx, body),
  )
  r.get(
    '/:id',
    {
      can: 'subscriptions.read',
      worker: 'system.subscriptions.read',
      of: Subscription,
      summary: 'Get a subscription',
    },
    ({ ctx, id }) => (isInAccount(ctx) ? readSubscription(ctx, id) : readAnySubscription(ctx, id)),
  )
  r.update(
    '/:id',
    {
      can: 'subscriptions.update',
      worker: 'system.subscriptions.update',
      notImpersonating: true,
      body: SubscriptionChanges,
      of: PaidSubscription,
      waits: true,
      summary: 'Change the plan or quantity, or whether it renews after this period',
      says: 'Subscription updated',
      fails: [
        'conflict',
        'invalid_transition',
        'payment_declined',
        'payment_method_required',
        'payment_required',
      ],
    },
    ({ ctx, id, body }) => changeSubscriptionOf(ctx, id, body),
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
      fails: ['conflict', 'invalid_transition'],
    },
    ({ ctx, id, query }) => cancelSubscription(ctx, id, query),
  )
  r.get(
    '/:id/preview_proration',
    {
      can: 'subscriptions.read',
      of: ProrationPreview,
      query: ProrationFilters,
      summary: 'Get what a change of plan or quantity would cost or give back',
      fails: ['invalid_transition', 'validation_error'],
    },
    ({ ctx, id, query }) => previewProration(ctx, id, query),
  )
  r.post(
    '/:id/pause',
    {
      can: 'subscriptions.update',
      notImpersonating: true,
      body: Pause,
      of: Subscription,
      status: 200,
      summary: 'Pause a subscription: it is not billed, and nothing can be added',
      says: 'Subscription paused',
      fails: ['conflict', 'invalid_transition'],
    },
    ({ ctx, id, body }) => pauseSubscription(ctx, id, body),
  )
  r.post(
    '/:id/resume',
    {
      can: 'subscriptions.update',
      notImpersonating: true,
      of: PaidSubscription,
      status: 200,
      waits: true,
      summary: 'Resume a paused subscription; if its period has ended, a new one is paid',
      says: 'Subscription resumed',
      fails: ['invalid_transition', 'payment_declined'],
    },
    ({ ctx, id }) => resumeSubscription(ctx, id),
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
        of: Subscription,
        query: AdminFilters,
        sorts: ['-created_at'],
        summary: 'List the subscriptions of every account',
      },
      ({ ctx, page, query }) => listAllSubscriptions(ctx, page, query),
    )
    r.get(
      '/:id',
      {
        can: 'admin.subscriptions.read',
        of: Subscription,
        summary: 'Get a subscription of any account',
      },
      ({ ctx, id }) => readAnySubscription(ctx, id),
    )
  },
)

/** For the handler of `advance_subscriptions`. */
export const advancing = resource('/internal/subscriptions', 'Renewal of subscriptions', (r) => {
  r.post(
    '/advance',
    {
      can: 'system.subscriptions.update',
      of: AdvancedSubscriptions,
      status: 200,
      summary: 'Renew, remind or end every subscription that is due',
    },
    ({ ctx }) => advanceSubscriptions(ctx),
  )
})

export const renewals = resource('/billing', (r) => {
  r.post(
    '/process_renewal',
    {
      can: 'system.billing.process',
      body: Renewal,
      of: RenewalResult,
      status: 200,
      waits: true,
      summary: 'Renew a subscription whose period ends within a day, and wait for its payment',
      fails: ['not_found', 'invalid_transition', 'payment_declined', 'payment_method_required'],
    },
    ({ ctx, body }) => processRenewal(ctx, body),
  )
})

export const subscriptionsOfAccounts = resource('/accounts', (r) => {
  r.get(
    '/:id/subscription',
    {
      can: 'system.subscriptions.read',
      of: Nullable(Subscription),
      summary: 'Get the current or last subscription of an account; null if it never had one',
    },
    async ({ ctx, id }) => {
      await readAnyAccount(ctx, id)
      return readLastSubscription(ctx.inAccount(id))
    },
  )
})
