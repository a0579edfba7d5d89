import { Nullable, Text, Title } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** The seller, as it is printed on invoices. */
export const settings = {
  seller_name: setting(
    'general',
    Nullable(Title(200, { description: 'Legal name of the seller on invoices' })),
    () => null,
  ),
  seller_address: setting(
    'general',
    Nullable(Text(500, { description: 'Address of the seller on invoices' })),
    () => null,
  ),
  seller_tax_id: setting(
    'general',
    Nullable(Title(50, { description: 'Tax number of the seller on invoices' })),
    () => null,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'billing/settings': { settings: typeof settings }
  }
}
