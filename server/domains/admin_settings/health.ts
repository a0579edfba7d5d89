import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Config } from '../../config.ts'
import type { PlatformCtx } from '../../platform/db/context.ts'
import { DEAF } from '../../platform/db/listener.ts'
import { outageOf } from '../../platform/db/outages.ts'
import { Choice, Count, Nullable, Shape, Text, Time } from '../../platform/http/shapes.ts'
import { ageOf, missedBackups, readBackupRecord } from '../backups/overdue.ts'
import { AWAY_SECONDS } from '../workers/worker.ts'

const PROBE_MS = 2000
const MANY_WAITING = 1000
const MAIL_LATE_MINUTES = 10
const DISK_FULL_PERCENT = 95
const DISK_TIGHT_PERCENT = 85

const Status = Choice(['healthy', 'warning', 'error'], 'How it is')

const Part = Shape({
  status: Status,
  latency_ms: Count('How long it took to find out', [2]),
  reason: Nullable(Text(500, { description: 'What is wrong, and what to do about it' })),
})

export const SystemHealth = Shape({
  status: Type.Unsafe<Static<typeof Status>>({ ...Status, description: 'That of the worst part' }),
  checked_at: Time('When this was found out'),
  database: Part,
  queue: Part,
  worker: Part,
  mail: Part,
  redis: Part,
  disk: Part,
  backup: Part,
  services: Part,
})

type Finding = Pick<Static<typeof Part>, 'status' | 'reason'>
type Probe = (ctx: PlatformCtx) => Promise<Finding>

/** What this installation stands on. */
export type PartName = 'database' | 'queue' | 'worker' | 'mail' | 'redis' | 'disk' | 'backup'

const MOST_NAMES = 5

const healthy: Finding = { status: 'healthy', reason: null }
const warning = (reason: string): Finding => ({ status: 'warning', reason })
const error = (reason: string): Finding => ({ status: 'error', reason })

const probes: Record<PartName, Probe> = {
  async database({ platform: { writeProbe, listener } }) {
    await writeProbe.assertWritable().catch((problem: Error) => {
      if (outageOf(problem) !== 'storage') throw problem
      throw new Error(
        `It takes no writes (${problem.message}): make room, or end its read-only state`,
      )
    })
    return listener.connected ? healthy : warning(`${DEAF}. Until then each request reads afresh`)
  },
  async queue({ platform }) {
    const { waiting, dead } = await platform.queue.console.depth()
    if (waiting > MANY_WAITING) return warning(`${waiting} jobs wait for a worker: start more`)
    return dead > 0 ? warning(`Jobs that were given up: ${dead}`) : healthy
  },
  async worker({ db, now }) {
    const { seen } = await db
      .selectFrom('workers')
      .select(({ fn }) => fn.max('last_seen_at').as('seen'))
      .where('status', '=', 'active')
      .executeTakeFirstOrThrow()
    if (!seen) return error('No worker has called yet: start one with `powernode worker`')
    const seconds = Math.round((now().getTime() - seen.getTime()) / 1000)
    if (seconds <= AWAY_SECONDS) return healthy
    return error(`No worker has called for ${seconds} seconds: start one with \`powernode worker\``)
  },
  /** Judged by what became of the mails of the last day: reaching out is the worker's. */
  async mail(ctx) {
    const { platform, now } = ctx
    const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000)
    const { rows } = await sql<{
      failed: number
      deferred: number
      late: number
      error: string | null
    }>`
      select count(*) filter (where status = 'failed') as failed,
        count(*) filter (where status = 'deferred') as deferred,
        count(*) filter (where status = 'queued') as late,
        (array_agg(error order by attempted_at desc) filter (where status <> 'queued'))[1] as error
      from mails where status = 'deferred'
        or status = 'failed' and (attempted_at > ${minutesAgo(24 * 60)}
          or attempted_at is null and created_at > ${minutesAgo(24 * 60)})
        or status = 'queued' and created_at between ${minutesAgo(24 * 60)} and ${minutesAgo(MAIL_LATE_MINUTES)}
          and attempted_at is null`.execute(ctx.acrossAccounts('admin.settings.read'))
    const { failed = 0, deferred = 0, late = 0, error: why } = rows[0] ?? {}
    const troubles = [
      failed > 0 && `${mails(failed)} failed within a day`,
      deferred > 0 && `${mails(deferred)} ${deferred === 1 ? 'waits' : 'wait'} to be sent again`,
      late > 0 &&
        `${mails(late)} ${late === 1 ? 'waits' : 'wait'} for over ${MAIL_LATE_MINUTES} minutes`,
    ].filter((trouble) => trouble !== false)
    const last = why ? `. The last said: ${why}` : ''
    if (troubles.length > 0) return warning(`${troubles.join(', ')}${last}`.slice(0, 500))
    const captured = { ...healthy, reason: 'Mail is kept in the mailbox: SMTP_URL is not set' }
    return platform.config.SMTP_URL ? healthy : captured
  },
  async redis({ platform: { redis } }) {
    if (!redis) return { ...healthy, reason: 'Not used: REDIS_URL is not set' }
    const answer = await redis.attempt((client) => client.ping())
    if (answer) return healthy
    return warning('Redis cannot be reached: each server counts rate limits by itself for now')
  },
  async disk({ platform }) {
    const used = await diskUsedPercent(platform.config)
    if (used >= DISK_FULL_PERCENT) return error(`The disk is ${used} % full: make room`)
    return used >= DISK_TIGHT_PERCENT ? warning(`The disk is ${used} % full`) : healthy
  },
  async backup({ db, platform, now }) {
    const record = await readBackupRecord(db)
    const age = ageOf(record, now())
    if (missedBackups(record, platform.settings.values, now()) > 0) {
      return error(`A backup is overdue. ${age}: see Admin → Backups`)
    }
    if (record.error) return warning(`The last backup failed: ${record.error}`.slice(0, 500))
    if (platform.settings.values.scheduled_backups) return { ...healthy, reason: `${age}.` }
    return { ...healthy, reason: 'Not scheduled: turn backups on under Admin → Backups' }
  },
}

/** What is watched, which may be anywhere: looked at with the parts, and no part that could be watched itself. */
async function services({ db }: PlatformCtx): Promise<Finding> {
  const down = await db
    .selectFrom('services')
    .select('name')
    .where('state', '=', 'down')
    .orderBy('name')
    .execute()
  if (down.length === 0) return healthy
  const names = down.slice(0, MOST_NAMES).map(({ name }) => name)
  const more = down.length > MOST_NAMES ? ` and ${down.length - MOST_NAMES} more` : ''
  return error(`Down: ${names.join(', ')}${more}`)
}

/** Looks at everything this installation stands on, and at what it watches, at once and for two seconds at most. */
export async function readSystemHealth(ctx: PlatformCtx): Promise<Static<typeof SystemHealth>> {
  const looks = { ...probes, services }
  const names = Object.keys(looks) as (keyof typeof looks)[]
  const found = await Promise.all(names.map((name) => look(ctx, looks[name])))
  const worst = (['error', 'warning', 'healthy'] as const).find((status) =>
    found.some((part) => part.status === status),
  )
  const parts = Object.fromEntries(names.map((name, index) => [name, found[index]]))
  return {
    status: worst ?? 'healthy',
    checked_at: ctx.now(),
    ...(parts as Record<keyof typeof looks, Static<typeof Part>>),
  }
}

/** How full the disk of the data folder is, in whole percent. */
export async function diskUsedPercent({ POWERNODE_DATA_DIR }: Config): Promise<number> {
  const { bavail, blocks } = await statfs(POWERNODE_DATA_DIR).catch(() => statfs('.'))
  return Math.round((1 - bavail / blocks) * 100)
}

/** Looks at one part, for two seconds at most. */
export function probePart(ctx: PlatformCtx, name: PartName) {
  return look(ctx, probes[name])
}

async function look(ctx: PlatformCtx, probe: Probe): Promise<Static<typeof Part>> {
  const began = performance.now()
  const late = new AbortController()
  const finding = await Promise.race([
    probe(ctx).catch((problem: Error) => error(problem.message.slice(0, 500))),
    sleep(PROBE_MS, error('No answer within two seconds'), { signal: late.signal, ref: false }),
  ])
  late.abort()
  return { ...finding, latency_ms: Math.round(performance.now() - began) }
}

const mails = (count: number) => (count === 1 ? '1 mail' : `${count} mails`)
