import { resource } from '@powernode/server/platform/http/resource.ts'
import { updateGateway } from './changing.ts'
import { PaymentGatewayChanges } from './field.ts'
import { listGateways, PaymentGateway, PaymentGatewayDetail, readGateway } from './gateway.ts'
import { GatewayTransaction, listTransactions, TransactionFilters } from './transaction.ts'

export const paymentGateways = resource(
  '/payment_gateways',
  'Payment gateways, which move the money of this installation',
  (r) => {
    r.list(
      '/',
      {
        can: 'payment_methods.read',
        of: PaymentGateway,
        sorts: ['name'],
        summary: 'List payment gateways and what a browser needs to use them',
      },
      ({ ctx, page }) => listGateways(ctx, page),
    )
    r.get(
      '/:gateway',
      {
        can: 'admin.payment_gateways.read',
        of: PaymentGatewayDetail,
        name: 'get',
        summary: 'Get the settings of a payment gateway; secrets are not shown',
      },
      ({ ctx, gateway }) => readGateway(ctx, gateway),
    )
    r.update(
      '/:gateway',
      {
        can: 'admin.payment_gateways.update',
        notImpersonating: true,
        body: PaymentGatewayChanges,
        of: PaymentGatewayDetail,
        summary: 'Update the settings of a payment gateway',
        says: 'Payment gateway updated',
      },
      ({ ctx, gateway, body }) => updateGateway(ctx, gateway, body),
    )
    r.list(
      '/:gateway/transactions',
      {
        can: 'admin.payment_gateways.read',
        of: GatewayTransaction,
        query: TransactionFilters,
        sorts: ['-created_at'],
        summary: 'List the payments of every account with a gateway',
      },
      ({ ctx, gateway, page, query }) => listTransactions(ctx, gateway, page, query),
    )
  },
)
