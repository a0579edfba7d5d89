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

export const publicPlans = resource('/public/plans', 'Plans on offer, for anybody', (r) => {
  r.list(
    '/',
    { can: 'public', of: PublicPlan, sorts: ['price_cents', 'name'], summary: 'Plans on offer' },
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
      summary: 'Plans on offer; whoever looks after plans sees all',
    },
    ({ ctx, page, query }) => listPlans(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.plans.create',
      whileImpersonating: 'what is sold gives nobody access',
      body: NewPlan,
      of: Plan,
      summary: 'Make a plan',
      says: 'Plan created',
    },
    ({ ctx, body }) => createPlan(ctx, body),
  )
  r.get('/:id', { can: 'plans.read', of: Plan, summary: 'One plan' }, ({ ctx, id }) =>
    readPlan(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'admin.plans.update',
      whileImpersonating: 'what is sold gives nobody access',
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
      whileImpersonating: 'what is sold gives nobody access',
      of: Empty,
      summary: 'Delete a plan that nobody ever had',
      says: 'Plan deleted',
      fails: ['plan_in_use'],
    },
    ({ ctx, id }) => deletePlan(ctx, id),
  )
})
