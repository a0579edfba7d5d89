import { IconMail } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The mailbox with every email of this installation. */
export default defineFeature({
  pages: [
    {
      path: '/admin/mails',
      component: lazy(() => import('./MailboxPage'), 'MailboxPage'),
      needs: 'admin.mails.read',
      docs: 'mail',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 100,
      label: 'Mailbox',
      keywords: ['emails'],
      to: '/admin/mails',
      icon: IconMail,
      key: 'm',
      needs: 'admin.mails.read',
    },
  ],
  health: [{ order: 40, part: 'mail', label: 'Email', to: '/admin/mails' }],
})
