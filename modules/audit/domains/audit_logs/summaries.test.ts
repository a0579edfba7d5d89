import { openSession, signTokens } from '@powernode/modules/identity/domains/sessions/session.ts'
import { unaudited } from '@powernode/server/test/rows.ts'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { beforeAll, expect, test } from 'vitest'

let owner: TestUser
let ada: TestUser
let expectedEntries: { action: string; hoursAgo: number; ip: string; user?: string }[]

/** Entries with known counts, next to an account that has many of its own. */
beforeAll(async () => {
  const { platform, owner: first, join, stranger, travel } = await world()
  owner = first
  ada = await join('member')
  const otherAccount = await stranger()
  const noon = Date.UTC(2031, 4, 14, 12)
  expectedEntries = [
    { action: 'user.login', hoursAgo: 0.5, ip: '10.0.0.1', user: ada.id },
    { action: 'user.login', hoursAgo: 5.5, ip: '10.0.0.2', user: ada.id },
    ...Array.from({ length: 6 }, () => ({
      action: 'user.login_failed',
      hoursAgo: 2,
      ip: '10.0.0.9',
      user: ada.id,
    })),
    { action: 'user.locked', hoursAgo: 1.5, ip: '10.0.0.9', user: ada.id },
    { action: 'user.password_reset', hoursAgo: 3, ip: '10.0.0.1', user: ada.id },
    { action: 'audit_log.cleaned_up', hoursAgo: 30, ip: '10.0.0.1', user: ada.id },
    { action: 'audit_log.exported', hoursAgo: 40, ip: '10.0.0.1', user: owner.id },
    { action: 'account.deleted', hoursAgo: 24 * 9, ip: '10.0.0.1', user: owner.id },
    { action: 'page.published', hoursAgo: 10, ip: '10.0.0.1', user: owner.id },
  ]
  for (const accountId of [owner.accountId, otherAccount.accountId]) {
    for (const { action, hoursAgo, ip, user } of expectedEntries) {
      travel((noon - hoursAgo * 3600_000 - Date.now()) / 60_000)
      await platform
        .system()
        .inAccount(accountId)
        .transaction((tx) =>
          tx.audit(action, null, { ...(user && { userId: user }), overrides: { ip_address: ip } }),
        )
    }
  }
  travel((noon - Date.now()) / 60_000)
})

/** The owner, at noon of the day above, with a new token because the old one is of another year. */
async function atNoon({ id, accountId } = owner) {
  const { travel, as, platform } = await world()
  travel((Date.UTC(2031, 4, 14, 12) - Date.now()) / 60_000)
  const ctx = platform.system().inAccount(accountId)
  const issued = await unaudited(ctx, (tx) => openSession(tx, id))
  const { access_token } = signTokens(ctx, issued)
  return as(access_token)
}

const read = async (path: string) => (await atNoon()).get(`/audit_logs/${path}`)

test('the statistics count today, this week and the most frequent values', async () => {
  const { data } = await read('stats')
  expect(data).toMatchObject({
    logs_today: 11,
    logs_this_week: 13,
    failed_logins_today: 6,
    suspicious_activity_count: 7,
    by_source: { system: 14 },
    by_level: { debug: 4, error: 6, info: 3, warning: 1 },
    error_trend: { '2031-05-14': 6 },
  })
  expect(Object.entries(data.by_action)[0]).toEqual(['user.login_failed', 6])
  expect(Object.entries(data.top_users)).toEqual([
    [ada.email, 11],
    [owner.email, 3],
  ])
  expect(data.hourly_distribution).toEqual({ '02': 1, '06': 1, '09': 1, '10': 7, '11': 1 })
})

test('the security summary counts security events in its range', async () => {
  expect((await read('security_summary')).data).toEqual({
    total_events: 11,
    security_events: 8,
    failed_events: 6,
    high_risk_events: 7,
    suspicious_events: 7,
    unique_users: 2,
    unique_ips: 3,
    by_severity: { critical: 1, high: 6, low: 3, medium: 1 },
    by_risk_level: { critical: 1, high: 6, low: 3, medium: 1 },
    hourly_distribution: { '02': 1, '06': 1, '09': 1, '10': 7, '11': 1 },
  })
  expect((await read('security_summary?time_range=1h')).data.total_events).toBe(1)
  expect((await read('security_summary?time_range=2h')).errors).toHaveProperty('time_range')
})

test('the compliance summary counts events that concern personal data', async () => {
  expect((await read('compliance_summary')).data).toEqual({
    total_events: 3,
    by_compliance_type: { data_access: 1, data_deletion: 1, retention: 1 },
    data_export_requests: 1,
    data_deletion_requests: 1,
    weekly_trend: { '2031-05-05': 1, '2031-05-12': 2 },
    unique_data_subjects: 2,
    pending_exports: 0,
  })
})

test('the timeline has every step, with its peak and the latest entries', async () => {
  const { data } = await read('activity_timeline?time_range=6h&limit=3')
  expect(data.timeline.map((step: { count: number }) => step.count)).toEqual([1, 0, 0, 1, 7, 1, 0])
  expect(data.timeline[4]).toEqual({
    time: '2031-05-14T10:00:00.000Z',
    count: 7,
    errors: 6,
    warnings: 1,
  })
  expect(data.summary).toEqual({
    total_events: 10,
    unique_users: 1,
    unique_actions: 4,
    average_per_hour: 1.67,
    peak_activity: { time: '2031-05-14T10:00:00.000Z', count: 7 },
    lowest_activity: { time: '2031-05-14T12:00:00.000Z', count: 0 },
  })
  expect(data.events).toHaveLength(3)
  expect(data.events[0]).toMatchObject({ action: 'user.login', user: ada.email })
  const tooFine = await read('activity_timeline?time_range=90d&granularity=minute')
  expect(tooFine.errors).toHaveProperty('granularity')
})

test('the risk analysis weighs lockouts, failures, addresses and hours', async () => {
  const { data } = await read('risk_analysis?time_range=24h')
  // 4 for the lockout, 6 for the failures, 5 for the address, and half of 9.1 percent.
  expect(data).toMatchObject({
    overall_risk_score: 20,
    risk_level: 'low',
    risk_distribution: { high: 1, medium: 6, low: 1, info: 3 },
    threat_indicators: {
      suspicious_ips: 1,
      high_risk_users: 1,
      off_hours_activity: 9.1,
      multi_ip_users: 0,
      failed_logins: 6,
      unauthorized_access: 0,
    },
    suspicious_ip_details: { '10.0.0.9': 6 },
    risk_trend: { '2031-05-14': 7 },
    recommendations: [{ priority: 'low', category: 'general' }],
  })
  expect(Object.entries(data.top_threats)).toEqual([
    ['user.login_failed', 6],
    ['user.locked', 1],
  ])
})

test('working hours use the account’s time zone', async () => {
  const { owner: night, platform, travel } = await world()
  travel((Date.UTC(2031, 4, 14, 2) - Date.now()) / 60_000)
  const ctx = platform.system().inAccount(night.accountId)
  const id = await ctx.transaction((tx) => tx.audit('page.published', null))
  const client = await atNoon(night)
  const offHours = async () => {
    const { data } = await client.get('/audit_logs/risk_analysis?time_range=24h')
    const { risk_score } = (await client.get(`/audit_logs/${id}`)).data
    const { time_zone, threat_indicators, recommendations } = data
    const { off_hours_activity } = threat_indicators
    return [time_zone, off_hours_activity, recommendations[0].category, risk_score]
  }
  expect(await offHours()).toEqual(['UTC', 100, 'activity', 3])
  // In India it was half past seven in the morning; the change itself is the second entry.
  await client.patch('/accounts/current', { time_zone: 'Asia/Kolkata' })
  expect(await offHours()).toEqual(['Asia/Kolkata', 0, 'general', 1])
})
