import { sanitizeTexts } from '@powernode/contract/text.ts'
import { parseEvent } from './normalising/head.ts'

const MAX_TEXT = 1000
const HIDDEN = '[redacted]'

/** Names of fields with credentials or with what identifies a person. */
const SENSITIVE =
  /secret|password|token$|fingerprint|^(name|.*_name|surname|email|.*_email|email_address|phone|.*phone.*|.*address.*|line[12]|postal_code|iban|account_number|routing_number|tax_id|receipt_url|ip|birth_date)$/i
/** A text that could be a card number. */
const CARD = /\b\d(?:[ -]?\d){12,18}\b/g

/** The payload of an event for administrators, without secrets and personal data. */
export function redactedPayload(raw: Buffer): Record<string, unknown> {
  const event = sanitizeTexts(parseEvent(raw), MAX_TEXT)
  return event && typeof event === 'object' && !Array.isArray(event)
    ? (redacted(event) as Record<string, unknown>)
    : {}
}

function redacted(value: unknown, name = ''): unknown {
  if (value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map((item) => redacted(item, name))
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([key, inner]) => [key, redacted(inner, key)])
    return Object.fromEntries(fields)
  }
  if (SENSITIVE.test(name)) return HIDDEN
  return typeof value === 'string' ? value.replaceAll(CARD, HIDDEN) : value
}
