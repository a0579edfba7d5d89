import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  createPlan,
  deletePlan,
  listPlans,
  NewPlan,
  Plan,
  PlanChanges,
  PlanFilters,
  PublicPlan,
  readPlan,
  updatePlan,
} from './plan.ts'

export const publicPlans = resource('/public/plans', 'Public plans, without sign-in', (r) => {
  r.list(
    '/',
    { can: 'public', of: PublicPlan, sorts: ['price_cents', 'name'], summary: 'List public plans' },
    ({ ctx, page }) => listPlans(ctx, page),
  )
})

export const plans = resource('/plans', 'Plans that accounts subscribe to', (r) => {
  r.list(
    '/',
    {
      can: 'plans.read',
      of: Plan,
      query: PlanFilters,
      sorts: ['price_cents', 'name', 'created_at'],
      summary: 'List public plans; all plans with permission to manage plans',
    },
    ({ ctx, page, query }) => listPlans(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.plans.create',
      whileImpersonating: 'a plan gives nobody access',
      body: NewPlan,
      of: Plan,
      summary: 'Create a plan',
      says: 'Plan created',
    },
    ({ ctx, body }) => createPlan(ctx, body),
  )
  r.get('/:id', { can: 'plans.read', of: Plan, summary: 'Get a plan' }, ({ ctx, id }) =>
    readPlan(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'admin.plans.update',
      whileImpersonating: 'a plan gives nobody access',
      body: PlanChanges,
      of: Plan,
      summary: 'Change a plan',
      says: 'Plan updated',
    },
    ({ ctx, id, body }) => updatePlan(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'admin.plans.delete',
      whileImpersonating: 'a plan gives nobody access',
      of: Empty,
      summary: 'Delete a plan that no account ever had',
      says: 'Plan deleted',
      fails: ['plan_in_use'],
    },
    ({ ctx, id }) => deletePlan(ctx, id),
  )
})
