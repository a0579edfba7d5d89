import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { pino } from 'pino'
import { afterEach, expect, inject, test } from 'vitest'
import { openDatabase } from './database.ts'
import { listen, type NotifyListener } from './listener.ts'

const server = inject('postgresUrl')
const log = pino({ level: 'silent' }) as Logger
const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** A proxy to PostgreSQL that can drop responses, like a firewall that lost a connection. */
async function startRelay() {
  const { hostname, port } = new URL(server)
  const sockets = new Set<Socket>()
  let silent = false
  const relay = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}))
    client.on('data', (data) => upstream.write(data))
    upstream.on('data', (data) => silent || client.write(data))
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  open.push({
    close() {
      for (const socket of sockets) socket.destroy()
      relay.close()
    },
  })
  const own = String((relay.address() as AddressInfo).port)
  return {
    url: Object.assign(new URL(server), { port: own }).toString(),
    hush: (on: boolean) => {
      silent = on
    },
  }
}

async function listenThrough(url: string): Promise<NotifyListener> {
  const { db, pool } = openDatabase(server, 1)
  const listener = await listen(url, pool, ['news'], log, { timeoutMs: 500 })
  open.push(listener, { close: () => db.destroy() })
  return listener
}

test('a working connection is kept', async () => {
  const listener = await listenThrough(server)
  await listener.check()
  expect(listener.connected).toBe(true)
})

test('a silent connection is detected, reported as a gap, and replaced', async () => {
  const relay = await startRelay()
  const listener = await listenThrough(relay.url)
  let gaps = 0
  const { promise: whole, resolve } = Promise.withResolvers<void>()
  listener.onGap(() => {
    gaps++
    if (listener.connected) resolve()
  })
  relay.hush(true)
  await listener.check()
  expect([listener.connected, gaps]).toEqual([false, 1])
  relay.hush(false)
  await whole
  expect(listener.connected).toBe(true)
})
