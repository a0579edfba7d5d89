import type { paths as workerPaths } from '@powernode/contract/generated/internal.d.ts'
import type { paths } from '@powernode/contract/generated/public.d.ts'
import createClient, { type Client } from 'openapi-fetch'

export type Api = Client<paths>

export interface Envelope {
  success: boolean
  data?: unknown
  message?: string
  meta?: { current_page: number; total_pages: number; total_count: number; per_page: number }
  error?: string
  code?: string
  errors?: Record<string, string[]>
  details?: Record<string, unknown>
  request_id?: string
}

export interface Reply {
  status: number
  headers: Headers
  text: string
  /** The parsed body; an empty object where there is none. */
  body: Envelope
}

export interface RequestOptions {
  /** Sent as JSON; a string or bytes go as they are. */
  body?: unknown
  token?: string | undefined
  headers?: Record<string, string>
  signal?: AbortSignal
}

export type Call = (method: string, path: string, asking?: RequestOptions) => Promise<Reply>

/** One request said in full, for what the typed client would never send. */
export function caller(url: string): Call {
  return async (method, path, { body, token, headers, signal } = {}) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') && text
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: json ? JSON.parse(text) : ({} as Envelope),
    }
  }
}

export function typedClient(url: string, token?: string): Api {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  return createClient<paths>({ baseUrl: url, headers })
}

/** The same for what only workers call. */
export function workerClient(url: string, token: string): Client<workerPaths> {
  return createClient<workerPaths>({ baseUrl: url, headers: { authorization: `Bearer ${token}` } })
}

/** The payload of a typed answer; anything but success ends the test with what the server said. */
export function dataOf<T>(answer: { data?: { data: T }; error?: unknown; response: Response }): T {
  if (answer.data) return answer.data.data
  throw new Error(`${answer.response.status} ${JSON.stringify(answer.error)}`)
}
