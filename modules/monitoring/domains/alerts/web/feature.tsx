import { IconAlertTriangle } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Alerts, and the rules that raise them. */
export default defineFeature({
  pages: [
    {
      path: '/admin/alerts',
      component: lazy(() => import('./AlertsPage'), 'AlertsPage'),
      needs: 'admin.alerts.read',
      docs: 'alerts',
    },
    {
      path: '/admin/alerts/rules',
      component: lazy(() => import('./RulesPage'), 'RulesPage'),
      needs: ['admin.alerts.read', 'admin.alert_rules.read'],
      docs: 'alerts',
    },
  ],
  navigation: [
    {
      group: 'Admin',
      order: 80,
      label: 'Alerts',
      keywords: ['rules'],
      to: '/admin/alerts',
      icon: IconAlertTriangle,
      key: 'z',
      needs: 'admin.alerts.read',
    },
  ],
  creates: [
    {
      order: 90,
      label: 'Add alert rule',
      to: '/admin/alerts/rules',
      icon: IconAlertTriangle,
      needs: 'admin.alert_rules.create',
    },
  ],
})
