import { Menu } from '@mantine/core'
import { IconBan, IconCash, IconReceiptRefund, IconTrashX } from '@tabler/icons-react'
import type { InvoiceDialog } from './InvoiceDialogs'
import type { InvoiceDetail } from './queries'

type Props = { invoice: InvoiceDetail; onChoose: (dialog: InvoiceDialog) => void }

/** What the seller can do with an invoice in its status. */
export function InvoiceMenu({ invoice, onChoose }: Props) {
  const { status, amount_paid_cents, credited_cents } = invoice
  const isUntouched = amount_paid_cents === 0 && credited_cents === 0
  return (
    <>
      {(status === 'open' || status === 'uncollectible') && (
        <Menu.Item leftSection={<IconCash size={15} />} onClick={() => onChoose('mark_paid')}>
          Mark as paid
        </Menu.Item>
      )}
      {(status === 'open' || status === 'paid') && (
        <Menu.Item leftSection={<IconReceiptRefund size={15} />} onClick={() => onChoose('credit')}>
          Issue credit note
        </Menu.Item>
      )}
      {status === 'open' && (
        <Menu.Item
          color="red"
          leftSection={<IconTrashX size={15} />}
          onClick={() => onChoose('write_off')}
        >
          Write off
        </Menu.Item>
      )}
      {(status === 'draft' || (status === 'open' && isUntouched)) && (
        <Menu.Item color="red" leftSection={<IconBan size={15} />} onClick={() => onChoose('void')}>
          Void
        </Menu.Item>
      )}
    </>
  )
}
