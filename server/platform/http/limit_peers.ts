import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { sql } from 'kysely'
import { LIMITS_CHANNEL } from '../channels.ts'
import type { Database } from '../db/database.ts'
import { LISTENER_NAME, type Listener } from '../db/listener.ts'
import type { Count } from './counters.ts'
import type { Scope } from './rate_rules.ts'

const PATIENCE_MS = 1000

export interface Subject {
  scope: Scope
  id: string
}

/** For each subject, what each rule of its scope has counted; null where it counts nothing. */
export type Counts = (Count | null)[][]

type Said = { question: string; of: Subject[] } | { answer: string; counts: Counts }

/**
 * Asks every server of this installation, itself included, what it counts in its own memory. Who does not answer within
 * a second is left out.
 */
export function createPeers(
  db: Database,
  listener: Listener,
  log: Logger,
  look: (of: Subject[]) => Promise<Counts>,
) {
  const waiting = new Map<string, (counts: Counts) => void>()

  listener.on(LIMITS_CHANNEL, (payload) => {
    const said = JSON.parse(payload) as Said
    if ('answer' in said) return waiting.get(said.answer)?.(said.counts)
    look(said.of)
      .then((counts) => say({ answer: said.question, counts }))
      .catch((error) => log.warn(error, 'a question about limits was not answered'))
  })

  async function say(what: Said) {
    await sql`select pg_notify(${LIMITS_CHANNEL}, ${JSON.stringify(what)})`.execute(db)
  }

  return async (of: Subject[]): Promise<Counts[]> => {
    const servers = await countListeners(db)
    if (servers <= 1) return [await look(of)]
    const question = randomUUID()
    const heard: Counts[] = []
    const all = Promise.withResolvers<void>()
    waiting.set(question, (counts) => {
      if (heard.push(counts) >= servers) all.resolve()
    })
    await say({ question, of })
    await Promise.race([all.promise, sleep(PATIENCE_MS, undefined, { ref: false })])
    waiting.delete(question)
    return heard
  }
}

/** Each server has one connection that listens. */
async function countListeners(db: Database): Promise<number> {
  const { rows } = await sql<{ servers: number }>`
    select count(*) as servers from pg_stat_activity
    where application_name = ${LISTENER_NAME} and datname = current_database()`.execute(db)
  return rows[0]?.servers ?? 0
}
