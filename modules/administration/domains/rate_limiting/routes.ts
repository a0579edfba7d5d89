import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  AccountFilters,
  changeTier,
  listRateLimitedAccounts,
  RateLimitedAccount,
  TierChange,
} from './account.ts'
import { ClearedRateLimits, clearLimits, IdentifierLimits, readLimits } from './limit.ts'
import { RateLimitChanges, RateLimits, readRateLimits, updateRateLimits } from './setting.ts'
import { readStatistics, Statistics } from './statistics.ts'
import {
  Duration,
  disableRateLimiting,
  enableRateLimiting,
  RateLimitingStatus,
  readRateLimitingStatus,
} from './status.ts'
import { listViolations, Violation, ViolationFilters } from './violation.ts'

const reading = { can: 'admin.rate_limiting.read' } as const
const changing = { can: 'admin.rate_limiting.update', notImpersonating: true } as const

/** How much may be asked, how much was, and who asked too much. */
export const rateLimiting = resource(
  '/admin/rate_limiting',
  'Rate limits, their use and their settings',
  (r) => {
    r.get(
      '/statistics',
      { ...reading, of: Statistics, summary: 'What was asked and refused in the last 24 hours' },
      ({ ctx }) => readStatistics(ctx),
    )
    r.list(
      '/violations',
      {
        ...reading,
        of: Violation,
        query: ViolationFilters,
        sorts: ['-count', '-last_at'],
        summary: 'Who was refused what, the most refused first',
      },
      ({ ctx, page, query }) => listViolations(ctx, page, query),
    )
    r.get(
      '/status',
      { ...reading, of: RateLimitingStatus, summary: 'Whether limits hold' },
      ({ ctx }) => readRateLimitingStatus(ctx),
    )
    r.post(
      '/disable',
      {
        ...changing,
        body: Duration,
        of: RateLimitingStatus,
        status: 200,
        summary: 'Lift the general limits for a while; those of sign-in hold on',
        says: 'Rate limiting is off for now',
      },
      ({ ctx, body }) => disableRateLimiting(ctx, body),
    )
    r.post(
      '/enable',
      {
        ...changing,
        of: RateLimitingStatus,
        status: 200,
        summary: 'Have the general limits hold again',
        says: 'Rate limiting is on',
      },
      ({ ctx }) => enableRateLimiting(ctx),
    )
    r.get(
      '/settings',
      { ...reading, of: RateLimits, summary: 'The numbers that can be changed' },
      ({ ctx }) => readRateLimits(ctx),
    )
    r.update(
      '/settings',
      {
        ...changing,
        body: RateLimitChanges,
        of: RateLimits,
        summary: 'Change numbers; every process follows within a second',
        says: 'Limits updated',
      },
      ({ ctx, body }) => updateRateLimits(ctx, body),
    )
    r.get(
      '/limits/:identifier',
      {
        ...reading,
        of: IdentifierLimits,
        summary: 'How limits stand for an id, an IP address or an email address',
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
        summary: 'Let it begin anew, on every server and at sign-in',
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
        summary: 'The tier of every account, and what it asks',
      },
      ({ ctx, page, query }) => listRateLimitedAccounts(ctx, page, query),
    )
    r.patch(
      '/:id',
      {
        ...changing,
        body: TierChange,
        of: RateLimitedAccount,
        summary: 'Give an account a tier, or none of its own',
        says: 'Tier changed',
        fails: ['not_found'],
      },
      ({ ctx, id, body }) => changeTier(ctx, id, body),
    )
  },
)
