import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.alert_rules.read': { description: 'See what this server watches for' },
    'admin.alert_rules.create': { description: 'Add alert rules' },
    'admin.alert_rules.update': { description: 'Change alert rules, and switch them on and off' },
    'admin.alert_rules.delete': { description: 'Delete alert rules' },
  },
  audit: {
    'alert_rule.updated': { risk: 'medium', of: ['admin'] },
    'alert_rule.deleted': { risk: 'medium', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    alert_rules: typeof contract
  }
}
