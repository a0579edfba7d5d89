import { IconListDetails } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The audit log, its security overview and exports. */
export default defineFeature({
  pages: [
    {
      path: '/audit_logs',
      component: lazy(() => import('./AuditLogsPage'), 'AuditLogsPage'),
      needs: 'audit_logs.read',
      docs: 'audit_trail',
    },
    {
      path: '/audit_logs/security',
      component: lazy(() => import('./AuditSecurityPage'), 'AuditSecurityPage'),
      needs: 'audit_logs.read',
      docs: 'audit_trail',
    },
    {
      path: '/audit_logs/exports',
      component: lazy(() => import('./ExportsPage'), 'ExportsPage'),
      needs: ['audit_logs.read', 'audit_logs.export'],
      docs: 'audit_trail',
    },
    {
      path: '/audit_logs/$id',
      component: lazy(() => import('./AuditLogPage'), 'AuditLogPage'),
      needs: 'audit_logs.read',
      docs: 'audit_trail',
    },
  ],
  navigation: [
    {
      group: 'Account',
      order: 60,
      label: 'Audit log',
      keywords: ['activity', 'changes'],
      to: '/audit_logs',
      icon: IconListDetails,
      key: 'a',
      needs: 'audit_logs.read',
    },
  ],
})
