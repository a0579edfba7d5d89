import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { setCookie } from '../sessions/cookie.ts'
import { SignedIn } from '../sessions/session.ts'
import {
  acceptInvitation,
  InvitationAcceptance,
  lookUpInvitation,
  PublicInvitation,
} from './acceptance.ts'
import {
  cancelInvitation,
  createInvitation,
  Invitation,
  InvitationFilters,
  listInvitations,
  NewInvitation,
  resendInvitation,
} from './invitation.ts'

export default resource('/invitations', 'Invitations to join an account', (r) => {
  r.list(
    '/',
    {
      can: 'invitations.read',
      of: Invitation,
      query: InvitationFilters,
      sorts: ['-created_at', 'email', 'expires_at'],
      summary: 'List invitations',
    },
    ({ ctx, page, query }) => listInvitations(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'invitations.create',
      notImpersonating: true,
      body: NewInvitation,
      of: Invitation,
      summary: 'Invite a user',
      says: 'Invitation sent',
      fails: ['role_not_assignable'],
    },
    ({ ctx, body }) => createInvitation(ctx, body),
  )
  r.post(
    '/:id/resend',
    {
      can: 'invitations.create',
      notImpersonating: true,
      of: Invitation,
      status: 200,
      summary: 'Resend an invitation with a new link',
      says: 'Invitation resent',
      fails: ['invalid_transition', 'invitation_void', 'role_not_assignable'],
    },
    ({ ctx, id }) => resendInvitation(ctx, id),
  )
  r.delete(
    '/:id',
    {
      can: 'invitations.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Cancel an invitation',
      says: 'Invitation cancelled',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => cancelInvitation(ctx, id),
  )
  r.get(
    '/:token',
    {
      can: 'public',
      throttle: 'invitation',
      of: PublicInvitation,
      summary: 'Get the invitation of a link',
      fails: ['not_found'],
    },
    ({ ctx, token }) => lookUpInvitation(ctx, token),
  )
  r.post(
    '/:token/accept',
    {
      can: 'public',
      throttle: 'invitation',
      body: InvitationAcceptance,
      of: SignedIn,
      status: 201,
      summary: 'Accept an invitation, set a password and sign in',
      says: 'Welcome',
      fails: ['invalid_transition', 'invitation_void', 'account_inactive', 'not_found'],
    },
    async ({ ctx, token, body, reply }) =>
      setCookie(ctx, reply, await acceptInvitation(ctx, token, body)),
  )
})
