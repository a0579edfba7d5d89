import { expect, test } from 'vitest'
import type { HealthPart } from '../../feature'
import { defineHome, type Home, type Notice, type Urgency } from '../../home'
import { compose } from '../compose'
import { features } from '../features'
import { DISMISSED, progressOf } from './checklist'
import { mergeHomes } from './merge'
import { rankNotices } from './notices'

const found = import.meta.glob<Home>('../../../../{modules,extensions}/*/domains/*/web/home.ts', {
  eager: true,
  import: 'default',
})
const home = mergeHomes(Object.values(found))
const { pages, health: components } = compose(Object.values(features))

const healthy = { status: 'healthy' as const, reason: null }
const allHealthy = Object.fromEntries(components.map(({ part }) => [part, healthy])) as Record<
  HealthPart,
  typeof healthy
>
type Items = Parameters<typeof rankNotices>[0]
const rank = (items: Items, problems: object = {}) =>
  rankNotices(items, { ...allHealthy, ...problems }, components)
const notice = (text: string, urgency: Urgency): Notice => ({
  ...{ text, urgency },
  ...{ link: 'Open', to: '/' },
})

test('the home pages of all domains do not conflict, and the steps have a sensible order', () => {
  expect(home.attention.length).toBeGreaterThan(12)
  expect(home.steps.map(({ label }) => label)).toEqual([
    'Confirm your email address',
    'Turn on two-factor authentication',
    'Invite someone',
    'Create an API key',
    'Add a webhook',
  ])
  const [step] = home.steps
  const twice = defineHome({ steps: step ? [step] : [] })
  expect(() => mergeHomes([twice, twice])).toThrow('Duplicate query key me/email/confirmed')
})

test('the home page of an optional module or an extension names the module of its folder', () => {
  for (const [path, { module }] of Object.entries(found)) {
    const feature = features[path.replace(/^\.\.\//, '').replace('home.ts', 'feature.tsx')]
    expect(module, path).toBe(feature?.module)
  }
})

test('who sees a figure or a step may open its page', () => {
  for (const { label, to, needs = [] } of [...home.figures, ...home.steps]) {
    const page = pages.find(({ path }) => path === to)
    expect([needs].flat(), label).toEqual(expect.arrayContaining([page?.needs ?? []].flat()))
  }
})

test('the most urgent notice comes first, then the order of the items', () => {
  const items = [
    { order: 20, notices: [notice('b', 'high'), notice('c', 'low')] },
    { order: 10, notices: [notice('a', 'high'), notice('first', 'critical')] },
  ]
  expect(rank(items).map(({ text }) => text)).toEqual(['first', 'a', 'b', 'c'])
})

test('an unhealthy component is listed, unless other notices explain it', () => {
  const problems = {
    worker: { status: 'error', reason: 'no worker has called' },
    disk: { status: 'warning', reason: 'The disk is 90 % full' },
  }
  expect(rank([], problems)).toMatchObject([
    { urgency: 'critical', text: 'Workers: No worker has called.', to: '/admin/workers' },
    { urgency: 'medium', text: 'Disk: The disk is 90 % full.', to: '/admin' },
  ])
  const workers = {
    order: 1,
    explains: 'worker' as const,
    notices: [notice('1 worker is away', 'high')],
  }
  const explained = rank([workers], problems)
  expect(explained.map(({ text }) => text)).toEqual([
    '1 worker is away',
    'Disk: The disk is 90 % full.',
  ])
  expect(rank([{ ...workers, notices: [] }], problems)).toHaveLength(2)
  expect(rank([{ ...workers, notices: [], isLoading: true }], problems)).toHaveLength(1)
  expect(rank([])).toEqual([])
})

test('the checklist is shown until every step is done or it is dismissed', () => {
  const steps = (...done: (boolean | undefined)[]) => done.map((one) => ({ done: one }))
  expect(progressOf(steps(true, false, false), {})).toBe(1)
  expect(progressOf(steps(true, undefined), {})).toBeNull()
  expect(progressOf(steps(true, true), {})).toBeNull()
  expect(progressOf([], {})).toBeNull()
  expect(progressOf(steps(true, false), { [DISMISSED]: true })).toBeNull()
})
