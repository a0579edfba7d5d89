import type { ResultOf } from './operations.ts'
import { rejected, succeeded } from './outcome.ts'
import { paypalMoney } from './paypal_amount.ts'
import type { PaypalOperation } from './paypal_client.ts'
import type { GatewayOutcome } from './port.ts'

interface PaypalRefund {
  id: string
  status: 'CANCELLED' | 'FAILED' | 'PENDING' | 'COMPLETED'
}

const refund: PaypalOperation<'refund'> = async (paypal, request, key) => {
  const { external_id, refund_id: custom_id, amount_cents, currency } = request
  const amount = paypalMoney(amount_cents, currency)
  if (!amount) return rejected('amount_not_supported', 'PayPal does not take this amount')
  const path = `/v2/payments/captures/${encodeURIComponent(external_id)}/refund`
  return refundOutcome(await paypal.post<PaypalRefund>(path, { amount, custom_id }, key))
}

const look_up_refund: PaypalOperation<'look_up_refund'> = async (paypal, { external_id }) =>
  refundOutcome(
    await paypal.get<PaypalRefund>(`/v2/payments/refunds/${encodeURIComponent(external_id)}`),
  )

function refundOutcome({ id, status }: PaypalRefund): GatewayOutcome<ResultOf<'refund'>> {
  if (status === 'FAILED' || status === 'CANCELLED') {
    return succeeded({ external_id: id, status: 'failed', failure_code: 'refund_failed' })
  }
  return succeeded({
    external_id: id,
    status: status === 'COMPLETED' ? 'succeeded' : 'pending',
    failure_code: null,
  })
}

export const paypalRefunds = { refund, look_up_refund }
