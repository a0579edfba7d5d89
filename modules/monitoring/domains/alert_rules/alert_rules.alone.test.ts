import { confirmed, type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test, vi } from 'vitest'
import { evaluateRules, ruleStateAfter } from './evaluation.ts'
import { watchRules } from './watch.ts'

async function setUp() {
  const here = await world()
  // Only the rule of the test is evaluated, and no worker is offline by chance.
  await here.platform.database.updateTable('alert_rules').set({ enabled: false }).execute()
  const admin = await here.join('owner', 'admin')
  await confirmed(admin)
  return { ...here, admin }
}

type World = Awaited<ReturnType<typeof setUp>>

/** A rule on a metric that the test controls and that is fine when it is saved: workers offline. */
async function ruleOf(here: World, fields: object = {}) {
  await setOffline(here, false)
  const { data, status } = await here.admin.post('/admin/alert_rules', {
    name: `Rule ${crypto.randomUUID()}`,
    metric: 'workers_away',
    condition: 'above',
    threshold: 0,
    ...fields,
  })
  expect(status).toBe(201)
  return data as { id: string; name: string }
}

async function setOffline({ platform }: World, offline: boolean) {
  const last_seen_at = new Date(Date.now() - (offline ? 3600_000 : 0))
  await platform.database.updateTable('workers').set({ last_seen_at }).execute()
}

/** Evaluates the rules once, with the given value of the metric. */
async function check(here: World, offline: boolean, minutesLater = 1) {
  here.travel(minutesLater)
  await setOffline(here, offline)
  // A worker that requests this would count as seen, so the server does it itself.
  await evaluateRules(here.platform.system())
}

const alertsOf = async ({ admin }: World, rule: { id: string }) =>
  (await admin.get(`/admin/alerts?rule_id=${rule.id}`)).data

/** The alert emails to the administrator, newest first. */
async function mailedTo({ admin, mailsTo }: World) {
  const mails = await mailsTo(admin.email)
  return mails.flatMap(({ template, variables }) =>
    template === 'notification' ? [variables.title] : [],
  )
}

const notificationsOfType = async (user: TestUser, type: string) =>
  (await user.get('/notifications')).data.filter(
    (item: { notification_type: string }) => item.notification_type === type,
  )

test('a rule fires when its condition has held for its minutes, opens one alert, and resolves it', async () => {
  const here = await setUp()
  const { admin } = here
  const rule = await ruleOf(here, { for_minutes: 2, severity: 'high' })
  const state = async () => (await admin.get(`/admin/alert_rules/${rule.id}`)).data.state
  await check(here, true)
  expect([await state(), await alertsOf(here, rule)]).toEqual(['pending', []])
  await check(here, true)
  expect(await state()).toBe('pending')
  await check(here, true)
  expect(await state()).toBe('firing')
  await check(here, true)
  const [alert, ...fields] = await alertsOf(here, rule)
  expect(fields).toEqual([])
  expect(alert).toMatchObject({
    name: rule.name,
    source: 'rule',
    severity: 'high',
    status: 'open',
    trigger_count: 2,
    metric: 'workers_away',
    condition: 'above',
    threshold: 0,
    current_value: 1,
  })
  expect(await notificationsOfType(admin, 'alert_triggered')).toHaveLength(1)
  await check(here, false)
  const [ended] = await alertsOf(here, rule)
  expect(ended).toMatchObject({ status: 'resolved', resolved_by: null, current_value: 0 })
  expect(await state()).toBe('ok')
  expect(await notificationsOfType(admin, 'alert_resolved')).toHaveLength(1)
  expect(await mailedTo(here)).toEqual([`Resolved: ${rule.name}`, rule.name])
})

test('a condition that ends before its minutes has no effect', async () => {
  const here = await setUp()
  const rule = await ruleOf(here, { for_minutes: 2 })
  for (const offline of [true, true, false, true, true]) await check(here, offline)
  expect(await alertsOf(here, rule)).toEqual([])
})

test('concurrent and repeated evaluations evaluate a rule once per minute', async () => {
  const here = await setUp()
  const rule = await ruleOf(here)
  here.travel(1)
  await setOffline(here, true)
  const evaluations = await Promise.all(
    Array.from({ length: 4 }, () => evaluateRules(here.platform.system())),
  )
  expect(evaluations.map(({ evaluated }) => evaluated).sort()).toEqual([0, 0, 0, 1])
  expect(await evaluateRules(here.platform.system())).toEqual({
    evaluated: 0,
    firing: 0,
  })
  const alerts = await alertsOf(here, rule)
  expect(alerts).toHaveLength(1)
  expect(alerts[0].trigger_count).toBe(1)
})

test('a rule is evaluated when it is saved', async () => {
  const here = await setUp()
  const rule = await ruleOf(here)
  expect(await alertsOf(here, rule)).toEqual([])
  await setOffline(here, true)
  await here.admin.patch(`/admin/alert_rules/${rule.id}`, { severity: 'high' })
  expect(await alertsOf(here, rule)).toMatchObject([{ severity: 'high', status: 'open' }])
})

test('a server evaluates the rules itself once a minute, so that missing workers are noticed', async () => {
  const here = await setUp()
  const rule = await ruleOf(here)
  await setOffline(here, true)
  vi.useFakeTimers({
    toFake: ['Date', 'setInterval', 'clearInterval'],
    now: Date.now() + 60_000,
  })
  const watch = watchRules(here.platform.system())
  vi.advanceTimersByTime(59_000)
  await watch.close()
  expect(await alertsOf(here, rule)).toEqual([])
  const longer = watchRules(here.platform.system())
  vi.advanceTimersByTime(60_000)
  await longer.close()
  expect(await alertsOf(here, rule)).toHaveLength(1)
})

test('an alert resolved by a user while the condition holds is opened again after the rule’s minutes', async () => {
  const here = await setUp()
  const { admin } = here
  const rule = await ruleOf(here, { for_minutes: 1 })
  await check(here, true)
  await check(here, true)
  const [first] = await alertsOf(here, rule)
  await admin.post(`/admin/alerts/${first.id}/acknowledge`)
  await admin.post(`/admin/alerts/${first.id}/resolve`)
  await check(here, true)
  expect(await alertsOf(here, rule)).toHaveLength(1)
  await check(here, true)
  expect((await alertsOf(here, rule)).map(({ status }: { status: string }) => status)).toEqual([
    'open',
    'resolved',
  ])
})

test('an acknowledged alert is resolved automatically as well', async () => {
  const here = await setUp()
  const rule = await ruleOf(here)
  await check(here, true)
  const [alert] = await alertsOf(here, rule)
  await here.admin.post(`/admin/alerts/${alert.id}/acknowledge`)
  await check(here, false)
  expect((await alertsOf(here, rule))[0].status).toBe('resolved')
})

test('administrators are reminded of an open alert, but not of an acknowledged one', async () => {
  const here = await setUp()
  const { admin } = here
  const rule = await ruleOf(here, { renotify_minutes: 5, notify_by_mail: false })
  await check(here, true)
  await check(here, true, 4)
  expect(await notificationsOfType(admin, 'alert_triggered')).toHaveLength(1)
  await check(here, true)
  expect(await notificationsOfType(admin, 'alert_triggered')).toHaveLength(2)
  const [alert] = await alertsOf(here, rule)
  await admin.post(`/admin/alerts/${alert.id}/acknowledge`)
  await check(here, true, 5)
  expect(await notificationsOfType(admin, 'alert_triggered')).toHaveLength(2)
  expect(await mailedTo(here)).toEqual([])
})

test('an administrator without alert emails is notified in the app only', async () => {
  const here = await setUp()
  const { admin } = here
  const preferences = [{ kind: 'alert_triggered', channel: 'mail', enabled: false }]
  await admin.patch('/notifications/preferences', { preferences })
  await ruleOf(here)
  await check(here, true)
  expect(await mailedTo(here)).toEqual([])
  expect(await notificationsOfType(admin, 'alert_triggered')).toHaveLength(1)
})

test('a rule that is disabled, deleted or gets another metric resolves its alert', async () => {
  const here = await setUp()
  const { admin } = here
  const path = (rule: { id: string }) => `/admin/alert_rules/${rule.id}`
  const changes = [
    (rule: { id: string }) => admin.patch(path(rule), { enabled: false }),
    (rule: { id: string }) => admin.patch(path(rule), { metric: 'jobs_dead' }),
    (rule: { id: string }) => admin.delete(path(rule)),
  ]
  for (const change of changes) {
    const rule = await ruleOf(here)
    await check(here, true)
    const [alert] = await alertsOf(here, rule)
    expect((await change(rule)).status).toBe(200)
    const { data } = await admin.get(`/admin/alerts/${alert.id}`)
    expect(data.status).toBe('resolved')
  }
})

test('a changed threshold is evaluated at once, and its minutes count from then', async () => {
  const here = await setUp()
  const { admin } = here
  const rule = await ruleOf(here)
  await check(here, true)
  await admin.patch(`/admin/alert_rules/${rule.id}`, { threshold: 50 })
  await check(here, true)
  expect((await alertsOf(here, rule))[0].status).toBe('resolved')
})

test('names are unique, and invalid values are refused on their field', async () => {
  const here = await setUp()
  const { admin } = here
  const rule = await ruleOf(here)
  const good = { name: 'Other', metric: 'jobs_dead', condition: 'above', threshold: 1 }
  for (const [change, field] of [
    [{ name: rule.name.toUpperCase() }, 'name'],
    [{ metric: 'nonsense' }, 'metric'],
    [{ condition: 'near' }, 'condition'],
    [{ threshold: 'many' }, 'threshold'],
    [{ for_minutes: 1441 }, 'for_minutes'],
    [{ renotify_minutes: 1 }, 'renotify_minutes'],
  ] as const) {
    const response = await admin.post('/admin/alert_rules', { ...good, ...change })
    expect([response.status, Object.keys(response.errors ?? {})]).toEqual([422, [field]])
  }
})

test('default rules exist', async () => {
  const { admin } = await setUp()
  const { data } = await admin.get('/admin/alert_rules?search=a worker is offline')
  expect(data[0]).toMatchObject({ metric: 'workers_away', condition: 'above', threshold: 0 })
})

test('a firing rule keeps firing while its condition holds, even if its minutes change', () => {
  const now = new Date()
  const rule = { condition: 'below', threshold: 5, for_minutes: 10 } as const
  const firing = { ...rule, state: 'firing', state_since: new Date(0) } as const
  expect(ruleStateAfter(firing, 4, true, now)).toEqual({
    state: 'firing',
    state_since: new Date(0),
  })
  expect(ruleStateAfter(firing, 5, true, now)).toEqual({ state: 'ok', state_since: now })
  expect(ruleStateAfter({ ...firing, state: 'ok' }, 4, false, now).state).toBe('pending')
})
