import { IconFileInvoice } from '@tabler/icons-react'
import { api, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'
import { formatMoney } from '~/ui/format'
import type { Invoice } from './queries'

const shared = { icon: IconFileInvoice, key: 'invoices' } as const

/** Invoices of the account, by number. */
const invoiceRecords: Records = {
  ...shared,
  order: 55,
  label: 'Invoices',
  to: '/invoices/$id',
  needs: 'invoices.read',
  find: async (search, signal) => {
    const params = { query: { search, per_page: 5 } }
    return (await reply(api.GET('/api/v1/invoices', { params, signal }))).data.map(foundInvoice)
  },
}

const allInvoiceRecords: Records = {
  ...shared,
  order: 145,
  label: 'Invoices of all accounts',
  to: '/admin/invoices/$id',
  needs: 'admin.invoices.read',
  find: async (search, signal) => {
    const params = { query: { search, per_page: 5 } }
    const { data } = await reply(api.GET('/api/v1/admin/invoices', { params, signal }))
    return data.map((invoice) => ({
      ...foundInvoice(invoice),
      description: invoice.account.name,
    }))
  },
}

const foundInvoice = ({ id, invoice_number, total_cents, currency }: Invoice): FoundRecord => ({
  id,
  label: invoice_number,
  description: formatMoney(total_cents, currency),
})

export default [invoiceRecords, allInvoiceRecords]
