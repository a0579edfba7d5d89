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
  'Permissions delegated to users of other accounts',
  (r) => {
    r.list(
      '/',
      {
        can: 'delegations.read',
        of: Delegation,
        query: DelegationFilters,
        sorts: ['-created_at', 'expires_at'],
        summary: 'List delegations',
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
        summary: 'Delegate permissions to a user of another account',
        says: 'Delegation created',
      },
      ({ ctx, body }) => createDelegation(ctx, body),
    )
    r.get(
      '/:id',
      { can: 'delegations.read', of: Delegation, summary: 'Get a delegation' },
      ({ ctx, id }) => readDelegation(ctx, id),
    )
    r.update(
      '/:id',
      {
        ...change,
        fails: ['invalid_transition'],
        body: DelegationChanges,
        summary: 'Update the permissions, expiry or notes of a delegation',
        says: 'Delegation updated',
      },
      ({ ctx, id, body }) => updateDelegation(ctx, id, body),
    )
    r.delete(
      '/:id',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Revoke a delegation permanently; the record is kept',
        says: 'Delegation revoked',
      },
      ({ ctx, id }) => revokeDelegation(ctx, id),
    )
    r.patch(
      '/:id/activate',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Activate a delegation',
        says: 'Delegation activated',
      },
      ({ ctx, id }) => activateDelegation(ctx, id),
    )
    r.patch(
      '/:id/deactivate',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Deactivate a delegation',
        says: 'Delegation deactivated',
      },
      ({ ctx, id }) => deactivateDelegation(ctx, id),
    )
    r.patch(
      '/:id/revoke',
      {
        ...change,
        fails: ['invalid_transition'],
        summary: 'Revoke a delegation permanently, like DELETE',
        says: 'Delegation revoked',
      },
      ({ ctx, id }) => revokeDelegation(ctx, id),
    )
  },
)
