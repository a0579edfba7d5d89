/** PayPal's answer to a request that it does not accept. */
export class PaypalError extends Error {
  readonly status: number
  /** What is wrong, such as `INSTRUMENT_DECLINED`. */
  readonly issue: string

  constructor(status: number, body: PaypalErrorBody) {
    const [detail] = body.details ?? []
    super(detail?.description ?? body.message ?? body.error_description ?? `PayPal said ${status}`)
    this.status = status
    this.issue = detail?.issue ?? body.name ?? body.error ?? 'UNKNOWN'
  }
}

interface PaypalErrorBody {
  name?: string
  message?: string
  details?: { issue?: string; description?: string }[]
  error?: string
  error_description?: string
}

/** The JSON of a response. Throws `PaypalError` if it is not a success, and what `fetch` throws if there is none. */
export async function requestJson<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, redirect: 'error' })
  const text = await response.text()
  if (response.ok) return (text ? JSON.parse(text) : undefined) as Answer
  throw new PaypalError(response.status, readError(text))
}

/** A proxy in between may answer with something else than JSON. */
function readError(text: string): PaypalErrorBody {
  try {
    const body = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}
