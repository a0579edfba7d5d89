/**
 * The access token is kept in memory only; the refresh token is an HttpOnly cookie. The flag in local storage holds no
 * secret: it tells a newly loaded page whether there may be a session to restore.
 */
type Access = { value: string; expiresAt: number }
type Issued = { access_token: string; expires_at: string }
/** An impersonation, kept in addition to the own session. A reload drops it. */
export type ActiveImpersonation = { token: string; reason: string; expires_at: string }

const FLAG = 'powernode.signed_in'
const REFRESH_EARLY_MS = 30_000

let access: Access | null = null
let impersonation: ActiveImpersonation | null = null
let refreshing: Promise<boolean> | null = null
/** The error code with which the server refused the token last. */
let refusal: string | null = null
let notifyLost = () => {}
let notifyChanged = (_reason: 'impersonation_ended' | 'account_switched') => {}

export const hasSessionFlag = () => localStorage.getItem(FLAG) === '1'

export function storeToken(issued: Issued) {
  access = { value: issued.access_token, expiresAt: Date.parse(issued.expires_at) }
  refusal = null
  localStorage.setItem(FLAG, '1')
}

export function clearTokens() {
  access = null
  impersonation = null
  localStorage.removeItem(FLAG)
}

export const activeImpersonation = () => impersonation

/** Sends this bearer token with every request; null returns to the own session. */
export function setImpersonation(next: ActiveImpersonation | null) {
  impersonation = next
}

/** Registered once by the app: called when the session ends here, on the server or in another tab. */
export function onSessionLost(listener: () => void) {
  notifyLost = listener
  window.addEventListener('storage', (event) => {
    if (event.key === FLAG && event.newValue === null && access) endSession()
  })
}

/** Registered once by the app: called when an impersonation expires, or another tab switches the account. */
export function onIdentityChanged(listener: typeof notifyChanged) {
  notifyChanged = listener
}

/** Aborts the call if the session was switched to another account: the page shows the previous one. */
export async function freshToken(): Promise<string | null> {
  if (impersonation) return impersonation.token
  const before = access
  if (before && before.expiresAt - Date.now() < REFRESH_EARLY_MS) await refresh()
  if (before && access && identityOf(before.value) !== identityOf(access.value)) {
    throw new DOMException('The session was switched to another account', 'AbortError')
  }
  return access?.value ?? null
}

/** Why the session ended, as an error code of the API; null if it did not or if nobody said. */
export const sessionEndReason = () => (access ? null : refusal)

/** Whether a newer token than the one refused with this error code is available for the same user and account. */
export async function replaceToken(refused: string, code: string): Promise<boolean> {
  if (impersonation?.token === refused) {
    setImpersonation(null)
    notifyChanged('impersonation_ended')
    return false
  }
  refusal = code
  if (access?.value === refused && !(await refresh())) return false
  return access !== null && identityOf(access.value) === identityOf(refused)
}

/** Refreshes once at a time: concurrent callers share the request, other tabs wait for the rotated cookie. */
export function refresh(): Promise<boolean> {
  refreshing ??= withLock(requestRefresh).finally(() => {
    refreshing = null
  })
  return refreshing
}

async function requestRefresh(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (response.ok) {
    const { data } = (await response.json()) as { data: Issued }
    const switched = access !== null && identityOf(access.value) !== identityOf(data.access_token)
    storeToken(data)
    if (switched) notifyChanged('account_switched')
    return true
  }
  const refused = response.status >= 400 && response.status < 500 && response.status !== 429
  if (refused) endSession()
  return false
}

/** The user and account of a token, from its claims. */
function identityOf(token: string): string {
  const claims = token.split('.')[1] ?? ''
  const { sub, account_id } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')))
  return `${sub} ${account_id}`
}

function endSession() {
  clearTokens()
  notifyLost()
}

/** Web Locks exist only in secure contexts. Without them, as with plain HTTP on a LAN, tabs do not wait. */
function withLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('powernode.refresh', work) : work()
}
