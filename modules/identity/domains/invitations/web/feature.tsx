import { IconMailPlus } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Invitations to the account, and the page that accepts one. */
export default defineFeature({
  pages: [
    {
      path: '/invitations',
      component: lazy(() => import('./InvitationsPage'), 'InvitationsPage'),
      needs: 'invitations.read',
    },
    {
      path: '/accept-invitation/$token',
      component: lazy(() => import('./AcceptInvitationPage'), 'AcceptInvitationPage'),
      public: true,
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 20,
      label: 'Invitations',
      to: '/invitations',
      icon: IconMailPlus,
      key: 'i',
      needs: 'invitations.read',
    },
  ],
  creates: [
    {
      order: 20,
      label: 'Invite user',
      keywords: ['invite someone', 'member'],
      to: '/invitations',
      icon: IconMailPlus,
      needs: 'invitations.create',
    },
  ],
})
