/** Metadata of a request. */
export interface RequestInfo {
  id: string
  ip: string
  userAgent: string | null
  /** The current Idempotency-Key, to be marked as committed with the change. */
  idempotency?: { scope: string; key: string }
}
