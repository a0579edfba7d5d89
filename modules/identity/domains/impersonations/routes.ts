import { resource } from '@powernode/server/platform/http/resource.ts'
import { User } from '../users/user.ts'
import {
  EndedImpersonation,
  endImpersonation,
  endOne,
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

const reading = { can: 'impersonations.read', otherAccount: 'admin.users.impersonate' } as const
const acting = { can: 'users.impersonate', otherAccount: 'admin.users.impersonate' } as const

export default resource('/impersonations', 'Acting as another person, to help them', (r) => {
  r.list(
    '/',
    {
      ...reading,
      of: Impersonation,
      sorts: ['-created_at'],
      summary: 'Who acts as whom now',
    },
    ({ ctx, page }) => listActive(ctx, page),
  )
  r.list(
    '/history',
    {
      ...reading,
      of: Impersonation,
      sorts: ['-created_at'],
      summary: 'Who acted as whom',
    },
    ({ ctx, page }) => listHistory(ctx, page),
  )
  r.list(
    '/users',
    {
      ...acting,
      of: User,
      sorts: ['name', 'email'],
      summary: 'Whom you may act as',
    },
    ({ ctx, page }) => listCandidates(ctx, page),
  )
  r.post(
    '/',
    {
      ...acting,
      whileImpersonating: 'it answers impersonation_active, which says how to go on',
      throttle: 'impersonation',
      body: NewImpersonation,
      of: StartedImpersonation,
      summary: 'Begin to act as somebody else',
      fails: ['insufficient_rank', 'impersonation_active', 'not_found'],
    },
    ({ ctx, body }) => startImpersonation(ctx, body),
  )
  r.delete(
    '/',
    {
      can: 'signed_in',
      whileImpersonating: 'it ends the impersonation',
      duringMaintenance: true,
      of: EndedImpersonation,
      name: 'stop',
      summary: 'Stop, with the bearer that acts or with your own',
      says: 'You act as yourself again',
      fails: ['not_found'],
    },
    ({ ctx }) => endImpersonation(ctx),
  )
  r.delete(
    '/:id',
    {
      ...acting,
      notImpersonating: true,
      duringMaintenance: true,
      of: EndedImpersonation,
      summary: 'End one that runs in the account, or your own in another',
      says: 'They act as themselves again',
      fails: ['not_found', 'invalid_transition'],
    },
    ({ ctx, id }) => endOne(ctx, id),
  )
  r.post(
    '/validate',
    {
      can: 'public',
      body: ImpersonationToken,
      of: ImpersonationValidity,
      status: 200,
      summary: 'Whether a token still acts as anybody',
    },
    ({ ctx, body }) => validateToken(ctx, body),
  )
})
