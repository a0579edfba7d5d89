import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  AlertRule,
  AlertRuleChanges,
  AlertRuleFilters,
  createAlertRule,
  deleteAlertRule,
  listAlertRules,
  NewAlertRule,
  readAlertRule,
  updateAlertRule,
} from './alert_rule.ts'
import { AlertRulePreview, AlertRulePreviewInput, previewRule } from './evaluation.ts'
import { AlertRuleMetric, listMetrics } from './metrics.ts'

/** Admin → Alerts → Rules. */
export default resource('/admin/alert_rules', 'Rules that open alerts', (r) => {
  r.list(
    '/',
    {
      can: 'admin.alert_rules.read',
      of: AlertRule,
      query: AlertRuleFilters,
      sorts: ['name', 'created_at'],
      summary: 'List alert rules',
    },
    ({ ctx, page, query }) => listAlertRules(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.alert_rules.create',
      whileImpersonating: 'notifies only administrators, about the server',
      body: NewAlertRule,
      of: AlertRule,
      summary: 'Create an alert rule',
      says: 'Rule created',
    },
    ({ ctx, body }) => createAlertRule(ctx, body),
  )
  r.list(
    '/metrics',
    {
      can: 'admin.alert_rules.read',
      of: AlertRuleMetric,
      sorts: ['name'],
      summary: 'List the metrics that a rule can use',
    },
    ({ page }) => listMetrics(page),
  )
  r.post(
    '/preview',
    {
      can: 'admin.alert_rules.read',
      whileImpersonating: 'changes nothing',
      body: AlertRulePreviewInput,
      of: AlertRulePreview,
      status: 200,
      summary: 'Evaluate a rule without saving it',
      fails: ['service_unavailable'],
    },
    ({ ctx, body }) => previewRule(ctx, body),
  )
  r.get(
    '/:id',
    { can: 'admin.alert_rules.read', of: AlertRule, summary: 'Get an alert rule' },
    ({ ctx, id }) => readAlertRule(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'admin.alert_rules.update',
      whileImpersonating: 'notifies only administrators, about the server',
      body: AlertRuleChanges,
      of: AlertRule,
      summary: 'Change, enable or disable an alert rule',
      says: 'Rule updated',
    },
    ({ ctx, id, body }) => updateAlertRule(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'admin.alert_rules.delete',
      whileImpersonating: 'notifies only administrators, about the server',
      of: Empty,
      summary: 'Delete an alert rule; its open alert is resolved, older ones stay',
      says: 'Rule deleted',
    },
    ({ ctx, id }) => deleteAlertRule(ctx, id),
  )
})
