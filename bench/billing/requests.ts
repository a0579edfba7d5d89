import type { Installation } from '../installation.ts'

export interface BenchClient {
  /** The data of a response; throws if it failed. */
  send<T>(method: string, path: string, body?: object): Promise<T>
}

/** A client of the API with this token. */
export function clientOf({ url }: Installation, token: string): BenchClient {
  return {
    async send(method, path, body) {
      const reply = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await reply.text()
      if (!reply.ok) throw new Error(`${method} ${path} returned ${reply.status} ${text}`)
      return JSON.parse(text).data
    },
  }
}

export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The times of `count` runs, one after the other, after a warm-up. */
export async function timesOf(
  count: number,
  work: (n: number) => Promise<unknown>,
): Promise<number[]> {
  for (let n = 0; n < Math.min(20, count / 5); n++) await work(n)
  const times: number[] = []
  for (let n = 0; n < count; n++) times.push(await millisecondsOf(() => work(n)))
  return times
}

/** The value that a share of the values does not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
