/** The installation that sends an email. */
export interface Sender {
  system_name: string
  support_email: string | null
  /** Where users open it, without a final slash. */
  url: string
}

/** The installation as the sender of its emails. */
export function senderOf(platform: {
  settings: { values: Omit<Sender, 'url'> }
  config: { publicUrl: string }
}): Sender {
  const { system_name, support_email } = platform.settings.values
  return { system_name, support_email, url: platform.config.publicUrl }
}

/** The parts of an email in the order in which they are shown, as plain text. Both bodies contain all of them. */
export interface Message {
  title: string
  greeting: string
  preheader: string
  paragraphs: string[]
  /** What a user wrote, in several lines. */
  quote?: string | undefined
  /** Facts about the email by label, such as when and where something happened. Undefined ones are left out. */
  facts?: Record<string, string | undefined>
  /** What to do, for example if it was not the recipient. */
  advice?: string[]
  button?: MailLink | undefined
  /** Small, below the button: how long its link works. */
  footnote?: string | undefined
  /** Why the recipient gets this email. */
  why: string
  /** Links to unsubscribe or to change which emails to get. */
  links?: MailLink[]
}

export interface MailLink {
  label: string
  url: string
}

/** The facts that are known. */
export const knownFacts = ({ facts = {} }: Message): [string, string][] =>
  Object.entries(facts).filter((fact): fact is [string, string] => Boolean(fact[1]))

/** Other URLs could run scripts in a mail program. */
export const isWebLink = ({ url }: MailLink): boolean => /^https?:\/\//.test(url)

/** The host at which users open the installation. */
export const hostOf = (url: string): string => new URL(url).host
