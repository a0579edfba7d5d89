import type { paths } from '@powernode/contract/generated/public.d.ts'
import createClient from 'openapi-fetch'
import { rolesToAskFor } from './roleLabel'
import { freshToken, replaceToken } from './tokens'

/** The API client. Calls are typed by the generated contract. */
export const api = createClient<paths>({ credentials: 'include', fetch: authorizedFetch })

type Json<Reply> = Reply extends { content: { 'application/json': infer Body } } ? Body : never
type Success<Operation> = Operation extends { responses: infer R }
  ? Json<R extends { 200: infer A } ? A : R extends { 201: infer B } ? B : never>
  : never

/** `Data<'/api/v1/users', 'get'>` is the type of that response's `data`. */
export type Data<Path extends keyof paths, Method extends keyof paths[Path]> =
  Success<paths[Path][Method]> extends { data: infer D } ? D : never

/** The query parameters of a list. */
export type Query<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Q } }
}
  ? NonNullable<Q>
  : never

export type Meta = {
  current_page: number
  total_pages: number
  total_count: number
  /** False for a long list: then the total is the last count, or 10,001 for more than 10,000. */
  total_count_exact: boolean
  next_cursor: string | null
  per_page: number
}
export type ApiPage<T> = { data: T[]; meta: Meta }
export type User = Data<'/api/v1/users', 'get'>[number]
export type Me = Data<'/api/v1/auth/me', 'get'>['user']
export type AuditLog = Data<'/api/v1/audit_logs', 'get'>[number]

export type ApiFailure = Error & {
  status: number
  code: string
  fields: Record<string, string[]>
  retryAfterSeconds: number | null
  requestId: string | null
}

export const isFailure = (error: unknown): error is ApiFailure =>
  error instanceof Error && 'code' in error && 'fields' in error

export type ApiResult<B> = { data?: B; error?: unknown; response: Response }

/** Error codes that end a session, unless a refreshed token is accepted. */
const SESSION_ERRORS = [
  'token_expired',
  'token_revoked',
  'unauthorized',
  'user_inactive',
  'account_inactive',
]

/** The largest page of a list, for short lists that are needed whole, such as options of a field. */
export const LARGEST_PAGE = { per_page: 100 } as const

/** The smallest page of a list, for callers that only need the row count. */
export const SMALLEST_PAGE = { per_page: 1 } as const

/** Awaits a call and returns the response body, or throws an `ApiFailure`. */
export async function reply<B>(call: Promise<ApiResult<B>>): Promise<B> {
  const { data, error, response } = await call.catch(unreachable)
  if (!response.ok) throw failure(response, error)
  return data as B
}

/** As `reply`, but returns only `data`. */
export async function data<T>(call: Promise<ApiResult<{ data: T }>>): Promise<T> {
  return (await reply(call)).data
}

/** The total number of rows of a short list. */
export async function countRows(call: Promise<ApiResult<ApiPage<unknown>>>): Promise<number> {
  return (await reply(call)).meta.total_count
}

/** Every row of a list, page by page. `read` gets the query parameters that select a page. */
export async function allRows<T>(
  read: (page: { per_page: number; after?: string }) => Promise<ApiPage<T>>,
): Promise<T[]> {
  const rows: T[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: ApiPage<T> = await read({ ...LARGEST_PAGE, ...(after && { after }) })
    rows.push(...page.data)
    after = page.meta.next_cursor
  }
  return rows
}

async function authorizedFetch(request: Request): Promise<Response> {
  const retry = request.clone()
  const token = await freshToken()
  if (!token) return fetch(request)
  request.headers.set('authorization', `Bearer ${token}`)
  const response = await fetch(request)
  const code = await refusalOf(response)
  if (code === null || !(await replaceToken(token, code))) return response
  retry.headers.set('authorization', `Bearer ${await freshToken()}`)
  return fetch(retry)
}

/** The error code of a response that refuses the token; null for any other response. */
async function refusalOf(response: Response): Promise<string | null> {
  if (response.status !== 401) return null
  const { code } = await response
    .clone()
    .json()
    .catch(() => ({}))
  return SESSION_ERRORS.includes(code) ? code : null
}

function unreachable(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
  throw Object.assign(
    new Error('The server cannot be reached. Check your connection and try again.'),
    {
      status: 0,
      code: 'unreachable',
      fields: {},
      retryAfterSeconds: null,
      requestId: null,
    } satisfies Omit<ApiFailure, keyof Error>,
  )
}

function failure(response: Response, body: unknown): ApiFailure {
  const payload = (typeof body === 'object' && body ? body : {}) as {
    error?: string
    code?: string
    errors?: Record<string, string[]>
    details?: { permission?: string; roles?: string[] }
    request_id?: string
  }
  const retryAfter = Number(response.headers.get('retry-after'))
  return Object.assign(new Error(asSentence(errorMessage(response, payload))), {
    status: response.status,
    code: payload.code ?? 'unknown',
    fields: payload.errors ?? {},
    retryAfterSeconds: retryAfter > 0 ? retryAfter : null,
    requestId: payload.request_id ?? response.headers.get('x-request-id'),
  })
}

/** Makes a sentence of the server's text: a capital letter first, one full stop last. */
export const asSentence = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.\s]+$/, '')}`.replace(/[^!?…]$/, '$&.')

/** A missing permission is reported with the roles that grant it. */
function errorMessage(
  { status }: Response,
  { error, details }: { error?: string; details?: { permission?: string; roles?: string[] } },
) {
  const { permission, roles = [] } = details ?? {}
  if (status !== 403 || !permission || roles.length === 0) {
    return error ?? `The server responded with an error (${status}). Try again.`
  }
  const role = rolesToAskFor(roles)
  return `You don’t have permission to do this. It requires ${permission}, which is part of the role ${role}.`
}
