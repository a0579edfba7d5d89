import { IconTag } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { Records } from '~/feature'
import { reductionInWords } from './words'

const couponRecords: Records = {
  order: 135,
  label: 'Coupons',
  to: '/coupons/$id',
  icon: IconTag,
  needs: 'admin.coupons.read',
  key: 'coupons',
  find: async (search, signal) => {
    const params = { query: { search, per_page: 5 } }
    const { data } = await reply(api.GET('/api/v1/admin/coupons', { params, signal }))
    return data.map((coupon) => ({
      ...{ id: coupon.id, label: coupon.code, description: reductionInWords(coupon) },
    }))
  },
}

export default [couponRecords]
