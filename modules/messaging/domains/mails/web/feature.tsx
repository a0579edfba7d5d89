import { IconMail } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { api, countRows, SMALLEST_PAGE } from '~/api'
import { defineFeature } from '~/feature'
import { formatCount } from '~/ui/format'

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
  attention: [
    {
      order: 50,
      needs: 'admin.mails.read',
      key: ['mails', 'failed', 'count'],
      check: async (signal) => {
        const query = { ...SMALLEST_PAGE, status: 'failed' } as const
        const count = await countRows(api.GET('/api/v1/admin/mails', { params: { query }, signal }))
        if (count === 0) return null
        return {
          text:
            count === 1
              ? '1 email could not be sent.'
              : `${formatCount(count)} emails could not be sent.`,
          link: 'Open mailbox',
          to: '/admin/mails',
          search: { status: 'failed' },
        }
      },
    },
    {
      order: 60,
      needs: 'admin.mails.read',
      key: ['mails', 'deferred', 'count'],
      check: async (signal) => {
        const query = { ...SMALLEST_PAGE, status: 'deferred' } as const
        const count = await countRows(api.GET('/api/v1/admin/mails', { params: { query }, signal }))
        if (count === 0) return null
        return {
          text:
            count === 1
              ? '1 email is waiting for a retry.'
              : `${formatCount(count)} emails are waiting for a retry.`,
          link: 'View',
          to: '/admin/mails',
          search: { status: 'deferred' },
        }
      },
    },
  ],
})
