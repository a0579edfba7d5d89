import { sanitizeText } from '@powernode/contract/text.ts'
import type { SendMailOptions } from 'nodemailer'

const MAX_REASON = 1000
const TIMEOUTS = {
  dnsTimeout: 10_000,
  connectionTimeout: 15_000,
  greetingTimeout: 30_000,
  socketTimeout: 60_000,
}
/** SMTP codes for a refused user name or password. An operator has to fix those; the mail itself is fine. */
const AUTHENTICATION = [454, 530, 534, 535, 538]
/** Commands whose failure concerns the mail itself. */
const MAIL_COMMANDS = ['MAIL FROM', 'RCPT TO', 'DATA']

/** Result of an SMTP attempt, as reported to the server. `temporary`: a later attempt may succeed. */
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
 * Sends one mail to a mail server. Temporary failures are: no connection, a timeout, 4xx, and refused credentials. A 5xx
 * response about the mail itself is permanent. Throws if `stop` aborts first.
 */
export async function sendOverSmtp(
  url: string,
  mail: SendMailOptions,
  stop: AbortSignal,
): Promise<SmtpResult> {
  try {
    const { createTransport } = await import('nodemailer') // loaded with the first mail
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
    const concernsMail =
      MAIL_COMMANDS.includes(command ?? '') && !AUTHENTICATION.includes(responseCode)
    return responseCode < 500 || !concernsMail
  }
  return code !== 'EENVELOPE' && code !== 'EMESSAGE'
}

function reasonOf(error: SmtpError): string {
  const { code = '', originalCode = '', message, response, responseCode = 0 } = error
  if (code === 'EAUTH' || AUTHENTICATION.includes(responseCode)) {
    return `The mail server did not accept the user name or password: ${response ?? message}`
  }
  if (responseCode) return `The mail server responded: ${response}`
  if (code === 'EDNS' || /^(ENOTFOUND|EAI_AGAIN)$/.test(originalCode)) {
    return 'The host name of the mail server was not found'
  }
  if (originalCode === 'ECONNREFUSED') return 'The mail server refused the connection'
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') {
    return 'The mail server did not respond in time'
  }
  if (code === 'ETLS' || /CERT|TLS|SSL|ALTNAME/.test(originalCode)) {
    return `No secure connection to the mail server: ${message}`
  }
  return `The connection to the mail server failed: ${message}`
}
