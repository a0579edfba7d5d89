/** What is kept of a request beside what it asks for. */
export interface RequestInfo {
  id: string
  ip: string
  userAgent: string | null
  /** The Idempotency-Key under way, to be marked committed with the change. */
  idempotency?: { scope: string; key: string }
}
