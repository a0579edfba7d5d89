import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const PORT_TRIES = 100

/** A TCP port of the loopback interface that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Waits at most ten seconds for a port, or until `signal` aborts. False for port 0 and for one that stays taken. */
export async function waitUntilFree(port: number, signal?: AbortSignal): Promise<boolean> {
  for (let tries = 0; port !== 0 && tries < PORT_TRIES && !signal?.aborted; tries++) {
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
