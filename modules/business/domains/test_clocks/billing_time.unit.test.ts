import type { Domain } from '@powernode/server/platform/module.ts'
import { sources } from '@powernode/server/test/sources.ts'
import { expect, test } from 'vitest'
import business from '../../module.ts'
import { inBillingTime } from './billing_time.ts'

/** Parts of a domain whose functions do not go by the time, or get no context. */
const timeless: (keyof Domain)[] = [
  ...(['name', 'tables', 'contract', 'channels', 'mails', 'settings', 'environment'] as const),
  ...([
    'caches',
    'retention',
    'metrics',
    'examples',
    'names',
    'keeps',
    'verify',
    'start',
    'sweep',
    'embeds',
  ] as const),
]
const timed: (keyof Domain)[] = ['routes', 'before', 'limitsOf', 'onDeadLetter']

test('each part of a domain of the module either sees the billing time or does not go by the time', () => {
  for (const domain of business.domains) {
    const parts = Object.keys(domain) as (keyof Domain)[]
    expect(parts.filter((part) => !timed.includes(part) && !timeless.includes(part))).toEqual([])
  }
})

test('every verb of every domain but reports is called at the billing time', () => {
  const outside = business.domains.filter((domain) => !isTimed(domain)).map(({ name }) => name)
  expect(outside).toEqual(['reports'])
})

/** Whether the functions of a domain were changed: doing it again gives others, and the text of a change is always the same. */
function isTimed(domain: Domain): boolean {
  const [changed] = functionsOf(inBillingTime({ name: 'x', limitsOf: async () => ({}) as never }))
  const [route] = functionsOf(
    inBillingTime({ name: 'x', routes: [{ ...resource, routes: [{ handler() {} } as never] }] }),
  )
  const texts = [String(changed), String(route)]
  return functionsOf(domain).every((one) => texts.includes(String(one)))
}

const resource = { path: '', tag: '', about: undefined }

function functionsOf({ routes = [], before = {}, limitsOf, onDeadLetter = {} }: Domain) {
  const handlers = routes.flatMap((one) => one.routes.map(({ handler }) => handler))
  const others = [...Object.values(before).flat(), ...Object.values(onDeadLetter), limitsOf]
  return [...handlers, ...others].filter((one) => one !== undefined)
}

const server = sources.filter(({ path }) => {
  const isServer = /^modules\/business\/(domains|pricing)\//.test(path)
  return isServer && !/\/web\/|\.test\.ts$/.test(path)
})

test('the clock of the module is that of the context', () => {
  expect(server.length).toBeGreaterThan(100)
  const own = /\bnew Date\(\)|\bDate\.now\(|sql`[^`]*\bnow\(\)/
  expect(server.filter(({ text }) => own.test(text)).map(({ path }) => path)).toEqual([])
})

test('only what belongs to no billing time goes by the real one', () => {
  const real = server.filter(({ text }) => /\.realNow\(|withClock\(/.test(text))
  expect(real.map(({ path }) => path.replace('modules/business/domains/', ''))).toEqual([
    'analytics/change.ts', // which days are computed again
    'analytics/paying.ts',
    'gateway_calls/beginning.ts', // leases and repetitions of calls
    'gateway_calls/call.ts',
    'gateway_calls/recovering.ts',
    'gateway_calls/reporting.ts',
    'subscriptions/renewal_alerts.ts', // alerts of the server
    'test_clocks/advancing.ts',
    'test_clocks/billing_time.ts',
    'test_clocks/clock_row.ts',
    'test_clocks/stepping.ts',
  ])
})
