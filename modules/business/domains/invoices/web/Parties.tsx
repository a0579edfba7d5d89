import { Text, Title } from '@mantine/core'
import classes from './invoices.module.css'
import type { InvoiceDetail } from './queries'

/** Seller and buyer as they were named when the invoice was issued. */
export function Parties({ invoice: { seller, buyer } }: { invoice: InvoiceDetail }) {
  if (!seller || !buyer) return null
  return (
    <section aria-label="Parties">
      <Title order={2} mb="xs">
        Parties
      </Title>
      <div className={classes.parties}>
        <Party label="From" party={seller} />
        <Party label="To" party={buyer} />
      </div>
    </section>
  )
}

type PartyProps = { label: string; party: NonNullable<InvoiceDetail['seller']> }

function Party({ label, party }: PartyProps) {
  const { name, address, email, tax_id, exemption_note } = party
  const lines = [address, email, tax_id && `Tax ID ${tax_id}`, exemption_note]
  return (
    <div className={classes.party}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <b style={{ fontWeight: 500 }}>{name}</b>
      {lines.some(Boolean) && `\n${lines.filter(Boolean).join('\n')}`}
    </div>
  )
}
