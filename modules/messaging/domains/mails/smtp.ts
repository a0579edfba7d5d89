import { sanitizeText } from '@powernode/contract/text.ts'
import { createTransport, type SendMailOptions } from 'nodemailer'

const MAX_REASON = 1000
const TIMEOUTS = {
  dnsTimeout: 10_000,
  connectionTimeout: 15_000,
  greetingTimeout: 30_000,
  socketTimeout: 60_000,
}
/** Refusals of our user name or password: an operator mends those, and the mail is not to blame. */
const AUTHENTICATION = [454, 530, 534, 535, 538]
/** Where a mail server speaks about the mail, and not about us. */
const ABOUT_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA']

/** How handing a mail over ended, as the server is told. `temporary`: it may go better later. */
export type SmtpResult =
  | { status: 'sent' }
  | { status: 'failed'; error: string; temporary: boolean }

interface SmtpError extends Error {
  code?: string
  originalCode?: string
  command?: string
  response?: string
  responseCode?: number
}

/**
 * Hands one mail to a mail server. Whatever may pass is `temporary`: no connection, no answer in time, 4xx, and a refused
 * sign-in; for good is what the mail server says about the mail itself (5xx). Throws when `stop` aborts first.
 */
export async function handOver(
  url: string,
  mail: SendMailOptions,
  stop: AbortSignal,
): Promise<SmtpResult> {
  try {
    await createTransport({ url, ...TIMEOUTS }).sendMail({ ...mail, signal: stop })
    return { status: 'sent' }
  } catch (error) {
    stop.throwIfAborted()
    const reason = sanitizeText(reasonOf(error as SmtpError), MAX_REASON)
    return { status: 'failed', error: reason, temporary: isTemporary(error as SmtpError) }
  }
}

function isTemporary({ code, command, responseCode }: SmtpError): boolean {
  if (responseCode) {
    const about = ABOUT_THE_MAIL.includes(command ?? '') && !AUTHENTICATION.includes(responseCode)
    return responseCode < 500 || !about
  }
  return code !== 'EENVELOPE' && code !== 'EMESSAGE'
}

function reasonOf(error: SmtpError): string {
  const { code = '', originalCode = '', message, response, responseCode = 0 } = error
  if (code === 'EAUTH' || AUTHENTICATION.includes(responseCode)) {
    return `The mail server did not accept the user name or password: ${response ?? message}`
  }
  if (responseCode) return `The mail server answered: ${response}`
  if (code === 'EDNS' || /^(ENOTFOUND|EAI_AGAIN)$/.test(originalCode)) {
    return 'The host name of the mail server was not found'
  }
  if (originalCode === 'ECONNREFUSED') return 'The mail server refused the connection'
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') {
    return 'The mail server did not answer in time'
  }
  if (code === 'ETLS' || /CERT|TLS|SSL|ALTNAME/.test(originalCode)) {
    return `No secure connection to the mail server: ${message}`
  }
  return `The connection to the mail server failed: ${message}`
}
