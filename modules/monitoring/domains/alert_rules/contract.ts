import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.alert_rules.read': { description: 'See alert rules' },
    'admin.alert_rules.create': { description: 'Create alert rules' },
    'admin.alert_rules.update': { description: 'Change, enable and disable alert rules' },
    'admin.alert_rules.delete': { description: 'Delete alert rules' },
  },
  audit: {
    'alert_rule.updated': { risk: 'medium', of: ['admin'] },
    'alert_rule.deleted': { risk: 'medium', of: ['admin'] },
    'alert_rule.created': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    alert_rules: typeof contract
  }
}
