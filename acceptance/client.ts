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
  /** The parsed body; an empty object if there is none. */
  body: Envelope
}

export interface RequestOptions {
  /** Sent as JSON; strings and bytes are sent unchanged. */
  body?: unknown
  token?: string | undefined
  headers?: Record<string, string>
  signal?: AbortSignal
}

export type Call = (method: string, path: string, options?: RequestOptions) => Promise<Reply>

/** An untyped client, for requests that the typed client cannot send. */
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

/** The same for the routes of workers. */
export function workerClient(url: string, token: string): Client<workerPaths> {
  return createClient<workerPaths>({ baseUrl: url, headers: { authorization: `Bearer ${token}` } })
}

/** The data of a typed response; throws the server's error if it failed. */
export function dataOf<T>(result: { data?: { data: T }; error?: unknown; response: Response }): T {
  if (result.data) return result.data.data
  throw new Error(`${result.response.status} ${JSON.stringify(result.error)}`)
}
