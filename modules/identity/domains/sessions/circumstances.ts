import type { Ctx } from '@powernode/server/platform/db/context.ts'
import bowser from 'bowser'
import { accountInMails } from '../accounts/in_mails.ts'

/** Where and when the current request was made, for emails about security. */
export async function circumstancesOf(ctx: Ctx) {
  const { name, inWords } = await accountInMails(ctx)
  const { userAgent, ip } = ctx.request ?? {}
  return {
    account_name: name,
    time: inWords(ctx.now()),
    ...(userAgent && { device: deviceOf(userAgent) }),
    ...(ip && { ip_address: ip }),
  }
}

/** Variables of emails about security. Emails queued by an earlier version have none of them. */
export type Circumstances = {
  account_name?: string
  time?: string
  device?: string
  ip_address?: string
}

/** The circumstances as an email lists them. */
export const factsOf = ({ account_name, time, device, ip_address }: Circumstances) => ({
  Account: account_name,
  When: time,
  Device: device,
  'IP address': ip_address,
})

/** Browser and operating system. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device'
  const { browser, os } = bowser.parse(userAgent)
  if (!browser.name) return userAgent.slice(0, 60)
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}
