/**
 * The access token lives in memory only; the refresh token is an HttpOnly cookie the browser keeps.
 * The flag holds no secret: it only tells a fresh page whether asking for a session is worth it.
 */
type Access = { value: string; expiresAt: number }
type Issued = { access_token: string; expires_at: string }

const FLAG = 'powernode.signed_in'
const EARLY_MS = 30_000

let access: Access | null = null
let refreshing: Promise<boolean> | null = null
let whenLost = () => {}

export const mayHaveSession = () => localStorage.getItem(FLAG) === '1'

export function keep(issued: Issued) {
  access = { value: issued.access_token, expiresAt: Date.parse(issued.expires_at) }
  localStorage.setItem(FLAG, '1')
}

export function forget() {
  access = null
  localStorage.removeItem(FLAG)
}

/** Called once by the app: the session ended here, on the server or in another tab. */
export function onSessionLost(listener: () => void) {
  whenLost = listener
  window.addEventListener('storage', (event) => {
    if (event.key === FLAG && event.newValue === null && access) lose()
  })
}

export async function freshToken(): Promise<string | null> {
  if (access && access.expiresAt - Date.now() < EARLY_MS) await refresh()
  return access?.value ?? null
}

/** True when a token other than the refused one can be used. */
export async function replaceToken(refused: string): Promise<boolean> {
  if (access && access.value !== refused) return true
  return refresh()
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
    keep(data)
    return true
  }
  const refused = response.status >= 400 && response.status < 500 && response.status !== 429
  if (refused) lose()
  return false
}

function lose() {
  forget()
  whenLost()
}

/** Web Locks exist only in secure contexts; plain HTTP on a LAN goes without. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('powernode.refresh', work) : work()
}
