import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'plans.read': {
      description: 'See public plans',
      roles: ['developer', 'manager', 'billing_admin'],
    },
    'admin.plans.create': { description: 'Create plans' },
    'admin.plans.update': { description: 'Change plans, and see those that are not public' },
    'admin.plans.delete': { description: 'Delete plans' },
  },
  errors: {
    plan_in_use: { status: 422, says: 'Accounts use or have used this plan: archive it instead' },
  },
  audit: {
    'plan.created': {},
    'plan.updated': {},
    'plan.deleted': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    plans: typeof contract
  }
}
