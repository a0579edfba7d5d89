import { requestsPerSecond } from './children.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureAlternately } from './measurement.ts'

const ROUNDS = 5
const SECONDS = 4
const WARM_UP_SECONDS = 3

/** A GET of one row with an API key, compared with the same GET with its creator's access token. */
export async function keys({ url, signIn }: Installation): Promise<Measurement> {
  const { token } = await signIn()
  const bearer = { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/api/v1/api_keys`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bench', scopes: ['audit_logs.read'] }),
  })
  const { data } = (await response.json()) as { data: { id: string; key_value: string } }
  const list = await fetch(`${url}/api/v1/audit_logs?per_page=1`, { headers: bearer })
  const [entry] = ((await list.json()) as { data: { id: string }[] }).data
  const path = `${url}/api/v1/audit_logs/${entry?.id}`

  const withKey = (seconds: number) =>
    requestsPerSecond(path, { 'x-api-key': data.key_value }, seconds)
  const withToken = (seconds: number) => requestsPerSecond(path, bearer, seconds)
  await withKey(WARM_UP_SECONDS)
  await withToken(WARM_UP_SECONDS)
  const results = await measureAlternately(
    ROUNDS,
    () => withKey(SECONDS),
    () => withToken(SECONDS),
  )
  return { name: 'GET /api/v1/audit_logs/:id, by key', unit: 'req/s', ...results, target: 0.9 }
}
