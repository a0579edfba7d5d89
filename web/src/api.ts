import type { paths } from '@powernode/contract/generated/public.d.ts'
import createClient from 'openapi-fetch'
import { freshToken, replaceToken } from './tokens'

/** The only way to the server. Calls are typed by the contract the server generates. */
export const api = createClient<paths>({ credentials: 'include', fetch: authorizedFetch })

type Json<Reply> = Reply extends { content: { 'application/json': infer Body } } ? Body : never
type Success<Operation> = Operation extends { responses: infer R }
  ? Json<R extends { 200: infer A } ? A : R extends { 201: infer B } ? B : never>
  : never

/** `Data<'/api/v1/users', 'get'>` is what that call puts in `data`. */
export type Data<Path extends keyof paths, Method extends keyof paths[Path]> =
  Success<paths[Path][Method]> extends { data: infer D } ? D : never

/** What a list can be asked for. */
export type Query<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Q } }
}
  ? NonNullable<Q>
  : never

export type Meta = {
  current_page: number
  total_pages: number
  total_count: number
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

type Outcome<B> = { data?: B; error?: unknown; response: Response }

/** Refusals that end a session, unless a fresh token is let in. */
const LOST = ['token_expired', 'token_revoked', 'unauthorized', 'user_inactive', 'account_inactive']

/** Rows of a short list that is needed whole, as the choices of a field are. */
export const LARGEST_PAGE = { per_page: 100 } as const

/** The smallest page of a list, for those who ask only how many rows it has. */
export const SMALLEST_PAGE = { per_page: 1 } as const

/** Waits for a call and returns the whole reply body, or throws a `Failure`. */
export async function reply<B>(call: Promise<Outcome<B>>): Promise<B> {
  const { data, error, response } = await call.catch(unreachable)
  if (!response.ok) throw failure(response, error)
  return data as B
}

/** The same, reduced to the reply's `data`. */
export async function data<T>(call: Promise<Outcome<{ data: T }>>): Promise<T> {
  return (await reply(call)).data
}

/** How many rows a list has, whatever page of it was asked for. */
export async function countRows(call: Promise<Outcome<ApiPage<unknown>>>): Promise<number> {
  return (await reply(call)).meta.total_count
}

/** Every row of a list, however many pages it takes. */
export async function allRows<T>(read: (page: number) => Promise<ApiPage<T>>): Promise<T[]> {
  const first = await read(1)
  const others = Array.from({ length: first.meta.total_pages - 1 }, (_, index) => index + 2)
  const rest = await Promise.all(others.map(read))
  return [first, ...rest].flatMap((page) => page.data)
}

async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone()
  const token = await freshToken()
  if (!token) return fetch(request)
  request.headers.set('authorization', `Bearer ${token}`)
  const response = await fetch(request)
  if (!(await isTokenRefused(response)) || !(await replaceToken(token))) return response
  again.headers.set('authorization', `Bearer ${await freshToken()}`)
  return fetch(again)
}

async function isTokenRefused(response: Response) {
  if (response.status !== 401) return false
  const body = await response
    .clone()
    .json()
    .catch(() => ({}))
  return LOST.includes(body.code)
}

function unreachable(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
  throw Object.assign(
    new Error('The server cannot be reached. Check the connection and try again.'),
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
  const said = (typeof body === 'object' && body ? body : {}) as {
    error?: string
    code?: string
    errors?: Record<string, string[]>
    details?: { permission?: string; roles?: string[] }
    request_id?: string
  }
  const retryAfter = Number(response.headers.get('retry-after'))
  return Object.assign(new Error(asSentence(sentence(response, said))), {
    status: response.status,
    code: said.code ?? 'unknown',
    fields: said.errors ?? {},
    retryAfterSeconds: retryAfter > 0 ? retryAfter : null,
    requestId: said.request_id ?? response.headers.get('x-request-id'),
  })
}

/** Begins with a capital and ends with one full stop, whatever the server wrote. */
export const asSentence = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.\s]+$/, '')}`.replace(/[^!?…]$/, '$&.')

/** A refusal for want of a permission says which roles would have allowed it. */
function sentence(
  { status }: Response,
  { error, details }: { error?: string; details?: { permission?: string; roles?: string[] } },
) {
  const { permission, roles = [] } = details ?? {}
  if (status !== 403 || !permission || roles.length === 0) {
    return error ?? `The server answered ${status}.`
  }
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(roles)
  return `This needs the permission ${permission}, which comes with the role ${names}.`
}
