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

/** There is no answer, or none that can be read. */
export class NoAnswerError extends Error {}

/** The JSON of a response. Throws `PaypalError` if it is not a success, `NoAnswerError` if there is none. */
export async function requestJson<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const { status, text } = await requestText(url, init)
  if (status >= 300) throw new PaypalError(status, readError(text))
  try {
    return (text ? JSON.parse(text) : undefined) as Answer
  } catch {
    throw new NoAnswerError('The answer of PayPal cannot be read')
  }
}

async function requestText(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, { ...init, redirect: 'error' })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    throw new NoAnswerError(`No answer from PayPal: ${(error as Error).message}`)
  }
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
