import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import alertRules from './routes.ts'
import { watchRules } from './watch.ts'

export default defineDomain({
  name: 'alert_rules',
  tables: ['alert_rules'],
  contract,
  routes: [alertRules],
  start: watchRules,
  names: { alert_rule: { rows: (ctx) => ctx.db.selectFrom('alert_rules').select(['id', 'name']) } },
  examples: {
    alert_rules: ({ admin, owner }) =>
      admin.post('/admin/alert_rules', {
        name: `Rule of ${owner.id}`,
        metric: 'workers_away',
        condition: 'above',
        threshold: 99,
      }),
  },
})
