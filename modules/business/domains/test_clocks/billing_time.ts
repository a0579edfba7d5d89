import { openCache } from '@powernode/server/platform/cache.ts'
import { isInAccount, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { HandlerInput, Route } from '@powernode/server/platform/http/route.ts'
import type { Domain } from '@powernode/server/platform/module.ts'
import { type RawBuilder, sql } from 'kysely'

/** Whether any account has a test clock: while there is none, nothing more is read. */
const anyClock = openCache(async (ctx) => (await readTimes(ctx)).size > 0)

export const clockCaches = { test_clocks: anyClock }

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'test_clocks/caches': { caches: typeof clockCaches }
  }
}

/** A context in which the time of an account with a test clock is that of the clock, however the account is entered. */
export async function atBillingTime<C extends PlatformCtx>(ctx: C): Promise<C> {
  const { isProduction } = ctx.platform.config
  if (isProduction || !(await anyClock.of(ctx))) return ctx
  const times = await readTimes(ctx)
  return ctx.withClock((accountId) => times.get(accountId))
}

async function readTimes(ctx: PlatformCtx): Promise<Map<string, Date>> {
  const clocks = await ctx
    .acrossAccounts({ because: 'a request may enter any account' })
    .selectFrom('test_clocks')
    .select(['account_id', 'billing_time'])
    .where('ended_at', 'is', null)
    .execute()
  return new Map(clocks.map(({ account_id, billing_time }) => [account_id, billing_time]))
}

/**
 * The accounts that a sweep covers: the one of its context; otherwise all but those with a test clock, for which everything is
 * due at another time. The query has a column `account_id`.
 */
export function sweptAccounts(ctx: PlatformCtx, accountId = 'account_id'): RawBuilder<boolean> {
  const column = sql.ref(accountId)
  if (isInAccount(ctx)) return sql<boolean>`${column} = ${ctx.account.id}`
  if (ctx.platform.config.isProduction) return sql<boolean>`true`
  return sql<boolean>`${column} not in (select c.account_id from test_clocks c where c.ended_at is null)`
}

/** The same domain, whose verbs see the billing time of accounts, whether a request, a job or an event calls them. */
export function inBillingTime(domain: Domain): Domain {
  const { routes, before, limitsOf, onDeadLetter } = domain
  return {
    ...domain,
    ...(routes && {
      routes: routes.map((resource) => ({ ...resource, routes: resource.routes.map(timedRoute) })),
    }),
    ...(before && { before: mapValues(before, (all: Timed[]) => all.map((one) => timed(one))) }),
    ...(limitsOf && { limitsOf: timed(limitsOf) }),
    ...(onDeadLetter && { onDeadLetter: mapValues(onDeadLetter, (work: Timed) => timed(work)) }),
  }
}

function timedRoute(route: Route): Route {
  return {
    ...route,
    handler: async (input: HandlerInput) =>
      route.handler({ ...input, ctx: (await atBillingTime(input.ctx)) as never }),
  }
}

type Timed = (ctx: never, ...rest: never[]) => Promise<unknown>

/** The same function, whose context has the billing time. */
const timed =
  <C extends PlatformCtx, Rest extends unknown[], Result>(
    work: (ctx: C, ...rest: Rest) => Promise<Result>,
  ) =>
  async (ctx: C, ...rest: Rest): Promise<Result> =>
    work(await atBillingTime(ctx), ...rest)

/** The values of an object by name, changed. TypeScript loses that each keeps the type of its name. */
function mapValues<T extends object, V>(values: T, change: (value: V) => unknown): T {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, change(value as V)]),
  ) as T
}
