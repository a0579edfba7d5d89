/**
 * The access token lives in memory only; the refresh token is an HttpOnly cookie the browser keeps.
 * The flag holds no secret: it only tells a fresh page whether asking for a session is worth it.
 */
type Access = { value: string; expiresAt: number }
type Issued = { access_token: string; expires_at: string }
/** ImpersonationBanner as somebody else, beside the own session, until a reload or its end. */
export type ActiveImpersonation = { token: string; reason: string; expires_at: string }

const FLAG = 'powernode.signed_in'
const EARLY_MS = 30_000

let access: Access | null = null
let other: ActiveImpersonation | null = null
let refreshing: Promise<boolean> | null = null
let whenLost = () => {}
let whenChanged = (_why: 'acting_ended' | 'account_switched') => {}

export const hasSessionFlag = () => localStorage.getItem(FLAG) === '1'

export function storeToken(issued: Issued) {
  access = { value: issued.access_token, expiresAt: Date.parse(issued.expires_at) }
  localStorage.setItem(FLAG, '1')
}

export function clearTokens() {
  access = null
  other = null
  localStorage.removeItem(FLAG)
}

export const activeImpersonation = () => other

/** From here on every request is made with this bearer; null goes back to the own session. */
export function setImpersonation(as: ActiveImpersonation | null) {
  other = as
}

/** Called once by the app: the session ended here, on the server or in another tab. */
export function onSessionLost(listener: () => void) {
  whenLost = listener
  window.addEventListener('storage', (event) => {
    if (event.key === FLAG && event.newValue === null && access) lose()
  })
}

/** Called once by the app: acting ended by itself, or another tab moved the session to another account. */
export function onIdentityChanged(listener: typeof whenChanged) {
  whenChanged = listener
}

/** Never a token for another account than the one the caller's page shows: then the call is given up. */
export async function freshToken(): Promise<string | null> {
  if (other) return other.token
  const before = access
  if (before && before.expiresAt - Date.now() < EARLY_MS) await refresh()
  if (before && access && speaksFor(before.value) !== speaksFor(access.value)) {
    throw new DOMException('The session moved to another account', 'AbortError')
  }
  return access?.value ?? null
}

/** True when a token other than the refused one can be used, and it speaks for the same person and account. */
export async function replaceToken(refused: string): Promise<boolean> {
  if (other?.token === refused) {
    setImpersonation(null)
    whenChanged('acting_ended')
    return false
  }
  if (access?.value === refused && !(await refresh())) return false
  return access !== null && speaksFor(access.value) === speaksFor(refused)
}

/** One refresh at a time: concurrent callers share it, other tabs wait for the rotated cookie. */
export function refresh(): Promise<boolean> {
  refreshing ??= alone(askServer).finally(() => {
    refreshing = null
  })
  return refreshing
}

async function askServer(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  if (response.ok) {
    const { data } = (await response.json()) as { data: Issued }
    const moved = access !== null && speaksFor(access.value) !== speaksFor(data.access_token)
    storeToken(data)
    if (moved) whenChanged('account_switched')
    return true
  }
  const refused = response.status >= 400 && response.status < 500 && response.status !== 429
  if (refused) lose()
  return false
}

/** Whose the token is and in which account, as the server wrote it there. */
function speaksFor(token: string): string {
  const claims = token.split('.')[1] ?? ''
  const { sub, account_id } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')))
  return `${sub} ${account_id}`
}

function lose() {
  clearTokens()
  whenLost()
}

/** Web Locks exist only in secure contexts; plain HTTP on a LAN goes without. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('powernode.refresh', work) : work()
}
