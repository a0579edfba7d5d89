import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { coupons } from './routes.ts'

export default defineDomain({
  name: 'coupons',
  tables: ['coupons'],
  contract,
  routes: [coupons],
  names: {
    coupon: { rows: (ctx) => ctx.db.selectFrom('coupons').select(['id', 'code as name']) },
  },
  examples: {
    coupons: ({ admin, owner }) =>
      admin.post('/admin/coupons', { code: `GUARD-${owner.id}`, percent: 10 }),
  },
})
