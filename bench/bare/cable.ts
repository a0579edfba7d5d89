import { createServer } from 'node:http'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import { listenAndReport } from './listen.ts'

/** A WebSocket server that sends every notification of a channel to all sockets, in the server's frame. */
const { databaseUrl, channel, identifier } = JSON.parse(process.argv[2] ?? '') as {
  databaseUrl: string
  channel: string
  identifier: string
}

const http = createServer()
const server = new WebSocketServer({ server: http })
server.on('connection', (socket) => socket.send('{"type":"confirm_subscription"}'))

const client = new pg.Client({ connectionString: databaseUrl })
client.on('notification', ({ payload }) => {
  const { message } = JSON.parse(payload ?? '') as { message: string }
  const frame = Buffer.from(`{"identifier":${JSON.stringify(identifier)},"message":${message}}`)
  for (const socket of server.clients) socket.send(frame, { binary: false })
})
await client.connect()
await client.query(`listen ${channel}`)
listenAndReport(http)
