import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  AccountFilters,
  changeTier,
  listRateLimitedAccounts,
  RateLimitedAccount,
  RateLimitTierChange,
} from './account.ts'
import { ClearedRateLimits, clearLimits, IdentifierLimits, readLimits } from './limit.ts'
import { RateLimitChanges, RateLimits, readRateLimits, updateRateLimits } from './setting.ts'
import { RateLimitingStatistics, readStatistics } from './statistics.ts'
import {
  disableRateLimiting,
  enableRateLimiting,
  RateLimitingPause,
  RateLimitingStatus,
  readRateLimitingStatus,
} from './status.ts'
import { listViolations, RateLimitViolation, ViolationFilters } from './violation.ts'

const reading = { can: 'admin.rate_limiting.read' } as const
const changing = { can: 'admin.rate_limiting.update', notImpersonating: true } as const

/** Limits, their use and violations. */
export const rateLimiting = resource(
  '/admin/rate_limiting',
  'Rate limits, their use and their settings',
  (r) => {
    r.get(
      '/statistics',
      {
        ...reading,
        of: RateLimitingStatistics,
        summary: 'Count the requests and refusals of the last 24 hours',
      },
      ({ ctx }) => readStatistics(ctx),
    )
    r.list(
      '/violations',
      {
        ...reading,
        of: RateLimitViolation,
        query: ViolationFilters,
        sorts: ['-count', '-last_at'],
        summary: 'List violations, the most refused first',
      },
      ({ ctx, page, query }) => listViolations(ctx, page, query),
    )
    r.get(
      '/status',
      { ...reading, of: RateLimitingStatus, summary: 'Check whether rate limits are enabled' },
      ({ ctx }) => readRateLimitingStatus(ctx),
    )
    r.post(
      '/disable',
      {
        ...changing,
        body: RateLimitingPause,
        of: RateLimitingStatus,
        status: 200,
        summary: 'Disable the general rate limits for a while; sign-in limits stay enabled',
        says: 'Rate limiting is disabled for now',
      },
      ({ ctx, body }) => disableRateLimiting(ctx, body),
    )
    r.post(
      '/enable',
      {
        ...changing,
        of: RateLimitingStatus,
        status: 200,
        summary: 'Enable the general rate limits again',
        says: 'Rate limiting is enabled',
      },
      ({ ctx }) => enableRateLimiting(ctx),
    )
    r.get(
      '/settings',
      { ...reading, of: RateLimits, summary: 'Get the rate limit settings' },
      ({ ctx }) => readRateLimits(ctx),
    )
    r.update(
      '/settings',
      {
        ...changing,
        body: RateLimitChanges,
        of: RateLimits,
        summary: 'Change the rate limit settings; every process applies them within a second',
        says: 'Limits updated',
      },
      ({ ctx, body }) => updateRateLimits(ctx, body),
    )
    r.get(
      '/limits/:identifier',
      {
        ...reading,
        of: IdentifierLimits,
        summary: 'Get the rate limits of an id, an IP address or an email address',
        fails: ['bad_request'],
      },
      ({ ctx, identifier }) => readLimits(ctx, identifier),
    )
    r.delete(
      '/limits/:identifier',
      {
        ...changing,
        of: ClearedRateLimits,
        name: 'resetLimits',
        summary: 'Reset the counters of an id or address, on every server and for sign-in',
        says: 'Limits reset',
        fails: ['bad_request'],
      },
      ({ ctx, identifier }) => clearLimits(ctx, identifier),
    )
  },
)

export const rateLimitedAccounts = resource(
  '/admin/rate_limiting/accounts',
  'Rate limits of each account',
  (r) => {
    r.list(
      '/',
      {
        ...reading,
        of: RateLimitedAccount,
        query: AccountFilters,
        sorts: ['name', '-created_at'],
        summary: 'List the tiers and requests of all accounts',
      },
      ({ ctx, page, query }) => listRateLimitedAccounts(ctx, page, query),
    )
    r.patch(
      '/:id',
      {
        ...changing,
        body: RateLimitTierChange,
        of: RateLimitedAccount,
        summary: 'Assign a rate limit tier to an account, or remove it',
        says: 'Tier changed',
        fails: ['not_found'],
      },
      ({ ctx, id, body }) => changeTier(ctx, id, body),
    )
  },
)
