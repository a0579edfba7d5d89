import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { CABLE_CHANNEL } from '../channels.ts'
import type { Database } from '../db/database.ts'
import type { SharedRedis } from '../redis.ts'

// A NOTIFY payload is limited to less than 8,000 bytes, including the envelope.
const NOTIFY_LIMIT_BYTES = 7500

/** A broadcast between processes: the message itself, or a reference to it. */
export type BroadcastNotice = { stream: string; message: string } | { stream: string; ref: string }

/** Publishes a message (JSON text) to a stream over Redis; returns false if Redis cannot be used. */
export async function publish(
  redis: SharedRedis | undefined,
  stream: string,
  message: string,
): Promise<boolean> {
  const notice = JSON.stringify({ stream, message } satisfies BroadcastNotice)
  const receivers = await redis?.attempt((client) => client.publish(CABLE_CHANNEL, notice))
  return receivers !== undefined
}

/** The text of a notice of a message (JSON text). A message too large for it is stored. */
export async function broadcastNotice(
  db: Database,
  stream: string,
  message: string,
): Promise<string> {
  const notice = JSON.stringify({ stream, message } satisfies BroadcastNotice)
  if (Buffer.byteLength(notice) <= NOTIFY_LIMIT_BYTES) return notice
  const id = randomUUIDv7()
  await db.insertInto('cable_payloads').values({ id, message }).execute()
  return JSON.stringify({ stream, ref: id } satisfies BroadcastNotice)
}

/** Sends a message (JSON text) to a stream; PostgreSQL delivers it to every server. */
export async function broadcast(db: Database, stream: string, message: string): Promise<void> {
  const notice = await broadcastNotice(db, stream, message)
  await sql`select pg_notify(${CABLE_CHANNEL}, ${notice})`.execute(db)
}

/** The message of a notice, as JSON text; undefined if it was already deleted. */
export async function readMessage(
  db: Database,
  notice: BroadcastNotice,
): Promise<string | undefined> {
  if ('message' in notice) return notice.message
  const row = await db
    .selectFrom('cable_payloads')
    .select('message')
    .where('id', '=', notice.ref)
    .executeTakeFirst()
  return row?.message
}
