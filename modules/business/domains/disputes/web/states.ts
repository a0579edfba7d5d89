import type { Data } from '~/api'
import { defineStates } from '~/states'

type Dispute = Data<'/api/v1/admin/disputes', 'get'>[number]

/** The displayed state of a dispute. Elsewhere, something open can be good. */
export const disputeState = ({ status }: Pick<Dispute, 'status'>) =>
  status === 'open' ? 'dispute_open' : status

export default defineStates<ReturnType<typeof disputeState>>({
  dispute_open: { tone: 'bad', label: 'Open' },
  won: 'good',
  lost: 'bad',
})
