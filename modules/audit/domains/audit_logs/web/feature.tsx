import { IconListDetails } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { api, SMALLEST_PAGE } from '~/api'
import { defineFeature } from '~/feature'
import { totalOf } from '~/ui/format'

const today = () => ({ date_from: new Date().toISOString().slice(0, 10) })
const failedToday = () => ({ ...today(), status: 'error' as const })

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
  figures: [
    {
      order: 20,
      label: 'Events today',
      definition: 'Audit log entries since midnight UTC.',
      to: '/audit_logs',
      search: today,
      needs: 'audit_logs.read',
      key: ['audit_logs', 'today', 'count'],
      count: (signal) => {
        const query = { ...SMALLEST_PAGE, ...today() }
        return totalOf(api.GET('/api/v1/audit_logs', { params: { query }, signal }))
      },
      trend: async (signal) => (await import('./trend')).readTrend('count', signal),
    },
    {
      order: 30,
      label: 'Failures today',
      definition: 'Audit log entries since midnight UTC whose outcome is an error.',
      to: '/audit_logs',
      search: failedToday,
      needs: 'audit_logs.read',
      key: ['audit_logs', 'failed', 'count'],
      count: (signal) => {
        const query = { ...SMALLEST_PAGE, ...failedToday() }
        return totalOf(api.GET('/api/v1/audit_logs', { params: { query }, signal }))
      },
      trend: async (signal) => (await import('./trend')).readTrend('errors', signal),
    },
  ],
})
