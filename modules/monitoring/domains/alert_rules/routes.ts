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
import { listMetrics, MetricKind } from './metrics.ts'

/** Admin → Alerts → Rules. */
export default resource('/admin/alert_rules', 'Rules that open alerts', (r) => {
  r.list(
    '/',
    {
      can: 'admin.alert_rules.read',
      of: AlertRule,
      query: AlertRuleFilters,
      sorts: ['name', 'created_at'],
      summary: 'What this server watches for',
    },
    ({ ctx, page, query }) => listAlertRules(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.alert_rules.create',
      whileImpersonating: 'notifies only who runs the server, about the server',
      body: NewAlertRule,
      of: AlertRule,
      summary: 'Watch for something',
      says: 'Rule added',
    },
    ({ ctx, body }) => createAlertRule(ctx, body),
  )
  r.list(
    '/metrics',
    {
      can: 'admin.alert_rules.read',
      of: MetricKind,
      sorts: ['name'],
      summary: 'Figures that a rule can watch',
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
      summary: 'What a rule would find now',
      fails: ['service_unavailable'],
    },
    ({ ctx, body }) => previewRule(ctx, body),
  )
  r.get(
    '/:id',
    { can: 'admin.alert_rules.read', of: AlertRule, summary: 'One rule' },
    ({ ctx, id }) => readAlertRule(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'admin.alert_rules.update',
      whileImpersonating: 'notifies only who runs the server, about the server',
      body: AlertRuleChanges,
      of: AlertRule,
      summary: 'Change a rule, or switch it on or off',
      says: 'Rule updated',
    },
    ({ ctx, id, body }) => updateAlertRule(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'admin.alert_rules.delete',
      whileImpersonating: 'notifies only who runs the server, about the server',
      of: Empty,
      summary: 'Delete a rule; its alert ends, older ones stay',
      says: 'Rule deleted',
    },
    ({ ctx, id }) => deleteAlertRule(ctx, id),
  )
})
