import { declare } from '@powernode/contract/declare.ts'
import { event, id, list, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const reason = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  description: 'Reason, if one was given',
  examples: ['Unpaid invoices'],
})
const changes = list('Names of the fields that changed', 'name')

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'accounts.update': {
      description: 'Change the account’s name, billing address and settings',
      delegable: false,
    },
    'accounts.read': {
      description: 'See usage against the account’s limits',
      roles: ['manager'],
    },
    'system.accounts.read': { description: 'Read any account' },
  },
  events: {
    'account.created': event('An account was created', {
      id: id('The account'),
      name: text('Its name', 'Analytical Engines'),
      subdomain: text('Its subdomain', 'analytical-engines'),
    }),
    'account.updated': event('The account’s name or settings changed', {
      id: id('The account'),
      changes,
    }),
    'account.suspended': event('A platform administrator suspended the account', {
      id: id('The account'),
      reason,
    }),
    'account.activated': event('A platform administrator activated the account again', {
      id: id('The account'),
      reason,
    }),
  },
  audit: {
    'account.suspended': { risk: 'high', of: ['admin', 'security'] },
    'account.deleted': { risk: 'high', of: ['admin', 'data_deletion'] },
    'account.activated': { risk: 'medium', of: ['admin'] },
    'account.tier_changed': { risk: 'medium', of: ['admin'] },
    'account.updated': { risk: 'low', threat: 'low', of: ['admin'] },
    'account.created': {},
    'account.switched': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    accounts: typeof contract
  }
}
