import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  activateDelegation,
  createDelegation,
  Delegation,
  DelegationChanges,
  DelegationFilters,
  deactivateDelegation,
  listDelegations,
  NewDelegation,
  readDelegation,
  revokeDelegation,
  updateDelegation,
} from './delegation.ts'

const change = {
  can: 'delegations.update',
  notImpersonating: true,
  of: Delegation,
} as const

export default resource(
  '/accounts/current/delegations',
  'Permissions given to people of other accounts',
  (r) => {
    r.list(
      '/',
      {
        can: 'delegations.read',
        of: Delegation,
        query: DelegationFilters,
        sorts: ['-created_at', 'expires_at'],
        summary: 'Rights given to people of other accounts',
      },
      ({ ctx, page, query }) => listDelegations(ctx, page, query),
    )
    r.post(
      '/',
      {
        can: 'delegations.create',
        notImpersonating: true,
        body: NewDelegation,
        of: Delegation,
        summary: 'Give rights to a person of another account',
        says: 'Delegation created',
      },
      ({ ctx, body }) => createDelegation(ctx, body),
    )
    r.get(
      '/:id',
      { can: 'delegations.read', of: Delegation, summary: 'One delegation' },
      ({ ctx, id }) => readDelegation(ctx, id),
    )
    r.update(
      '/:id',
      {
        ...change,
        fails: ['invalid_transition'],
        body: DelegationChanges,
        summary: 'Change the rights, their end or the notes',
        says: 'Delegation updated',
      },
      ({ ctx, id, body }) => updateDelegation(ctx, id, body),
    )
    r.delete(
      '/:id',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Revoke for good; the row stays',
        says: 'Delegation revoked',
      },
      ({ ctx, id }) => revokeDelegation(ctx, id),
    )
    r.patch(
      '/:id/activate',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Give an inactive one its rights back',
        says: 'Delegation activated',
      },
      ({ ctx, id }) => activateDelegation(ctx, id),
    )
    r.patch(
      '/:id/deactivate',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Pause the rights',
        says: 'Delegation deactivated',
      },
      ({ ctx, id }) => deactivateDelegation(ctx, id),
    )
    r.patch(
      '/:id/revoke',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Revoke for good, as DELETE does',
        says: 'Delegation revoked',
      },
      ({ ctx, id }) => revokeDelegation(ctx, id),
    )
  },
)
