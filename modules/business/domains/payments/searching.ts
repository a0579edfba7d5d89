import { beginsWith, matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { Text } from '@powernode/server/platform/http/shapes.ts'
import { type RawBuilder, sql } from 'kysely'
import { gateways } from '../../gateways/port.ts'

export const MoneySearch = Text(255, {
  description:
    'Part of the name of the account, the beginning of the number of the invoice, an id, or an id at the gateway',
  examples: ['INV-202611'],
})

/** Whether a payment, refund or dispute matches a search. Each way to find it has an index of its own. */
export function matchesMoneySearch(
  table: 'payments' | 'refunds' | 'disputes',
  search: string,
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  if (isId(search)) return sql<boolean>`${column('id')} = ${search}`
  const accounts = matchesWordStart(sql.ref('accounts.name'), search)
  const numbers = beginsWith(sql.ref('invoices.invoice_number'), search.toUpperCase())
  return sql<boolean>`(
    ${column('account_id')} = any(array(select accounts.id from accounts where ${accounts}))
    or ${column('invoice_id')} = any(array(select invoices.id from invoices where ${numbers}))
    or (${column('gateway')} in (${sql.join(gateways)}) and ${column('external_id')} = ${search}))`
}
