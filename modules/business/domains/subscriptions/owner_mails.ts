import { accountInMails } from '@powernode/modules/identity/domains/accounts/in_mails.ts'
import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sendMails } from '@powernode/server/platform/mail/mail.ts'
import type { TemplateName, Variables } from '@powernode/server/platform/mail/templates.ts'

/** What every mail about billing has. */
export interface BillingMail {
  name: string
  account_name: string
  url: string
}

type Specific<T extends TemplateName> = Omit<Variables<T>, keyof BillingMail>

/** Mails the owners of the account, with a link to a page of the app: their plan by default. */
export async function mailOwners<T extends TemplateName>(
  tx: Tx,
  template: T,
  variables: Specific<T>,
  path = '/settings/account',
): Promise<void> {
  const { name: account_name } = await accountInMails(tx)
  const url = `${tx.platform.config.publicUrl}${path}`
  const owners = await ownersOf(tx)
  await sendMails(
    tx,
    template,
    owners.map(({ name, email }) => ({
      to: email,
      variables: { ...variables, name, account_name, url } as unknown as Variables<T>,
    })),
  )
}
