import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const MAX_ATTEMPTS = 100

/** A free TCP port of the loopback interface. */
export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Waits at most ten seconds until a port is free, or `signal` aborts. Returns false for port 0 and if it stays in use. */
export async function waitUntilFree(port: number, signal?: AbortSignal): Promise<boolean> {
  for (let attempt = 0; port !== 0 && attempt < MAX_ATTEMPTS && !signal?.aborted; attempt++) {
    if (await isFree(port)) return true
    await sleep(100)
  }
  return false
}

export async function isFree(port: number): Promise<boolean> {
  if (port === 0) return false
  return new Promise<boolean>((done) => {
    const probe = createServer().once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}
