import { defineActivity } from '~/activity'
import { formatMoney } from '~/ui/format'

/** What the billing of an account, and its credit, write to the audit log. */
export default defineActivity({
  types: {},
  sentences: {
    'billing_profile.updated': 'changed the billing address',
    'billing_profile.tax_changed': 'changed the tax of the account',
    'credit_grant.created': ({ new_values: { amount_cents: cents, currency } }) =>
      typeof cents === 'number' && typeof currency === 'string'
        ? `gave the account ${formatMoney(cents, currency)} of credit`
        : 'gave the account credit',
    'credit_grant.expired': ({ new_values: { amount_cents: cents, currency } }) =>
      typeof cents === 'number' && typeof currency === 'string'
        ? `let ${formatMoney(cents, currency)} of credit expire`
        : 'let credit expire',
  },
})
