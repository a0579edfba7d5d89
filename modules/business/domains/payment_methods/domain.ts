import { defineDomain } from '@powernode/server/platform/module.ts'
import { sql } from 'kysely'
import { stripeSources } from '../../gateways/stripe_sources.ts'
import { contract } from './contract.ts'
import { noticeExpiringCards } from './expiring.ts'
import { mails } from './mails.ts'
import { storePaymentMethod } from './payment_method.ts'
import { billingPaymentMethods, paymentMethods, paymentMethodsOfAccounts } from './routes.ts'

export default defineDomain({
  name: 'payment_methods',
  tables: ['payment_methods', 'payment_method_setups', 'gateway_customers'],
  contract,
  routes: [billingPaymentMethods, paymentMethods, paymentMethodsOfAccounts],
  mails,
  sweep: {
    expiring_cards: { counts: 'Notices of cards that expire', run: noticeExpiringCards },
  },
  embeds: { '/billing/payment-methods/new': stripeSources },
  names: {
    payment_method: {
      rows: (ctx) =>
        ctx
          .own('payment_methods')
          .select()
          .select([
            'id',
            sql<
              string | null
            >`concat_ws(' ending in ', initcap(coalesce(brand, payment_type)), last_four)`.as(
              'name',
            ),
          ]),
      recorded: 'brand',
    },
  },
  examples: {
    payment_methods: ({ write, owner }) =>
      write((tx) =>
        storePaymentMethod(tx, {
          gateway: 'stripe',
          external_id: `pm_${owner.id}`,
          payment_type: 'card',
          last_four: '4242',
          brand: 'visa',
          exp_month: 12,
          exp_year: 2099,
          cardholder_name: 'Olive Owner',
        }),
      ),
  },
})
