import { resource } from '@powernode/server/platform/http/resource.ts'
import { User } from '../users/user.ts'
import {
  EndedImpersonation,
  endImpersonation,
  endImpersonationById,
  Impersonation,
  ImpersonationToken,
  ImpersonationValidity,
  listActive,
  listCandidates,
  listHistory,
  NewImpersonation,
  StartedImpersonation,
  startImpersonation,
  validateToken,
} from './impersonation.ts'

const read = { can: 'impersonations.read', otherAccount: 'admin.users.impersonate' } as const
const impersonating = { can: 'users.impersonate', otherAccount: 'admin.users.impersonate' } as const

export default resource('/impersonations', 'Impersonation of other users, for support', (r) => {
  r.list(
    '/',
    {
      ...read,
      of: Impersonation,
      sorts: ['-created_at'],
      summary: 'List active impersonations',
    },
    ({ ctx, page }) => listActive(ctx, page),
  )
  r.list(
    '/history',
    {
      ...read,
      of: Impersonation,
      sorts: ['-created_at'],
      summary: 'List active and past impersonations',
    },
    ({ ctx, page }) => listHistory(ctx, page),
  )
  r.list(
    '/users',
    {
      ...impersonating,
      of: User,
      sorts: ['name', 'email'],
      summary: 'List users you can impersonate',
    },
    ({ ctx, page }) => listCandidates(ctx, page),
  )
  r.post(
    '/',
    {
      ...impersonating,
      whileImpersonating:
        'responds with impersonation_active, which tells the caller to stop first',
      throttle: 'impersonation',
      body: NewImpersonation,
      of: StartedImpersonation,
      summary: 'Start to impersonate a user',
      fails: ['insufficient_rank', 'impersonation_active', 'not_found'],
    },
    ({ ctx, body }) => startImpersonation(ctx, body),
  )
  r.delete(
    '/',
    {
      can: 'signed_in',
      whileImpersonating: 'ends the impersonation',
      duringMaintenance: true,
      of: EndedImpersonation,
      name: 'stop',
      summary: 'Stop impersonating, with the impersonation token or your own token',
      says: 'Impersonation stopped',
      fails: ['not_found'],
    },
    ({ ctx }) => endImpersonation(ctx),
  )
  r.delete(
    '/:id',
    {
      ...impersonating,
      notImpersonating: true,
      duringMaintenance: true,
      of: EndedImpersonation,
      summary: 'End an active impersonation in the account, or your own in another account',
      says: 'Impersonation ended',
      fails: ['not_found', 'invalid_transition'],
    },
    ({ ctx, id }) => endImpersonationById(ctx, id),
  )
  r.post(
    '/validate',
    {
      can: 'public',
      body: ImpersonationToken,
      of: ImpersonationValidity,
      status: 200,
      summary: 'Check whether an impersonation token is still valid',
    },
    ({ ctx, body }) => validateToken(ctx, body),
  )
})
