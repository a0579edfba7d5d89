import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Platform } from '@powernode/server/platform/kernel/platform.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { CheckedSince, checkedSince, lastDays, Uptime, UptimeDay, uptimeOver } from './uptime.ts'

const DAYS = 90
const INCIDENT_DAYS = 15
const MAX_SERVICES = 100
const MAX_INCIDENTS = 50
const FRESH_MS = 5000

const State = Choice(
  ['up', 'degraded', 'down', 'unknown'],
  'Unknown: it is not being checked at present',
)
const Name = Text(80, { description: 'Public name', examples: ['Shop'] })

/** Everything public: no addresses, no errors, no services that are not public. */
export const StatusPage = Shape('StatusPage', {
  state: Choice(['up', 'degraded', 'down', 'unknown'], 'State of the worst service'),
  checked_at: Time('When this was computed; it is cached for some seconds'),
  services: ListOf(
    Shape({
      name: Name,
      state: State,
      uptime_90d: Uptime('90 days'),
      checked_since: CheckedSince,
      days: ListOf(UptimeDay, { description: 'The last 90 days, oldest first' }),
    }),
    { description: 'Ordered by position' },
  ),
  incidents: ListOf(
    Shape({
      service: Name,
      started_at: Time('When it started'),
      ended_at: Nullable(Time('When it ended; null while it continues')),
    }),
    { description: 'Current incidents and those of the last 15 days, newest first' },
  ),
})

type StatusPage = Static<typeof StatusPage>

const cache = new WeakMap<Platform, { until: number; page: Promise<StatusPage> }>()

/** The public status page, cached for a few seconds for all visitors. */
export function readStatusPage(ctx: PlatformCtx): Promise<StatusPage> {
  const { platform } = ctx
  if (!platform.settings.values.status_page_enabled) throw fail.notFound('page')
  const now = ctx.now().getTime()
  const cached = cache.get(platform)
  if (cached && now < cached.until) return cached.page
  const page = computeStatusPage(ctx)
  cache.set(platform, { until: now + FRESH_MS, page })
  page.catch(() => cache.delete(platform))
  return page
}

async function computeStatusPage(ctx: PlatformCtx): Promise<StatusPage> {
  const since = new Date(ctx.now().getTime() - INCIDENT_DAYS * DAY_MS)
  const name = sql<string>`coalesce(public_name, name)`
  const [services, incidents] = await Promise.all([
    ctx.db
      .selectFrom('services')
      .select([
        name.as('name'),
        sql<Static<typeof State>>`case state when 'paused' then 'unknown' else state end`.as(
          'state',
        ),
        uptimeOver(ctx, '90d').as('uptime_90d'),
        checkedSince.as('checked_since'),
        lastDays(ctx, DAYS).as('days'),
      ])
      .where('on_status_page', '=', true)
      .orderBy('position')
      .orderBy('services.id')
      .limit(MAX_SERVICES)
      .execute(),
    ctx.db
      .selectFrom('service_incidents')
      .innerJoin('services', 'services.id', 'service_id')
      .select([name.as('service'), 'started_at', 'ended_at'])
      .where('on_status_page', '=', true)
      .where((eb) => eb.or([eb('ended_at', 'is', null), eb('started_at', '>=', since)]))
      .orderBy('started_at', 'desc')
      .limit(MAX_INCIDENTS)
      .execute(),
  ])
  const worst = (['down', 'degraded', 'up'] as const).find((state) =>
    services.some((service) => service.state === state),
  )
  return { state: worst ?? 'unknown', checked_at: ctx.now(), services, incidents }
}
