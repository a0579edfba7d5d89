import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'plans.read': {
      description: 'See the plans on offer',
      roles: ['developer', 'manager', 'billing_admin'],
    },
    'admin.plans.create': { description: 'Make plans' },
    'admin.plans.update': { description: 'Change plans, and see those that are not on offer' },
    'admin.plans.delete': { description: 'Delete plans' },
  },
  errors: {
    plan_in_use: { status: 422, says: 'Accounts have or had this plan: archive it instead' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    plans: typeof contract
  }
}
