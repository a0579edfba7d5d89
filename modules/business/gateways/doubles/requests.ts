export interface DoubleRequest {
  method: string
  path: string
  params: Record<string, string>
  query: URLSearchParams
  headers: Record<string, string>
  /** As the gateway decodes it: a form or JSON. */
  body: unknown
}

export interface DoubleAnswer {
  status: number
  /** Sent as JSON, a text as it is. */
  body?: unknown
  headers?: Record<string, string>
}

/** Thrown by an operation that the gateway refuses. */
export class DoubleFailure extends Error {
  readonly answer: DoubleAnswer

  constructor(status: number, body: object) {
    super(`${status} ${JSON.stringify(body)}`)
    this.answer = { status, body }
  }
}

/** `POST /v1/customers/:id`, the name of the operation, and what it does. */
export type DoubleRoutes = Record<string, [string, (request: DoubleRequest) => DoubleAnswer]>
