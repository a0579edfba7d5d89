import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  createTestClock,
  deleteTestClock,
  NewTestClock,
  startAdvance,
  TestClockAdvance,
} from './advancing.ts'
import { BillingClock, readBillingClock } from './own_clock.ts'
import { stepTestClock, TestClockStep, TestClockTurn } from './stepping.ts'
import { listTestClocks, readTestClock, TestClock, TestClockFilters } from './test_clock.ts'
import { listTimeline, TestClockEntry } from './timeline.ts'

export const testClocks = resource(
  '/admin/test_clocks',
  'Accounts whose billing is moved forward in time, for tests; not if NODE_ENV is production',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.test_clocks.read',
        of: TestClock,
        query: TestClockFilters,
        sorts: ['-created_at'],
        summary: 'List test clocks',
        fails: ['test_clocks_unavailable'],
      },
      ({ ctx, page, query }) => listTestClocks(ctx, page, query),
    )
    r.post(
      '/',
      {
        can: 'admin.test_clocks.create',
        notImpersonating: true,
        body: NewTestClock,
        of: TestClock,
        summary: 'Give an account a test clock, which stands at the present',
        says: 'Test clock created',
        fails: ['test_clocks_unavailable'],
      },
      ({ ctx, body }) => createTestClock(ctx, body),
    )
    r.get(
      '/:id',
      {
        can: 'admin.test_clocks.read',
        of: TestClock,
        summary: 'Get a test clock, and how far it has advanced',
        fails: ['test_clocks_unavailable'],
      },
      ({ ctx, id }) => readTestClock(ctx, id),
    )
    r.list(
      '/:id/timeline',
      {
        can: 'admin.test_clocks.read',
        of: TestClockEntry,
        sorts: ['-created_at'],
        summary: 'List what happened to the billing of the account, with the billing time',
        fails: ['test_clocks_unavailable'],
      },
      ({ ctx, id, page }) => listTimeline(ctx, id, page),
    )
    r.post(
      '/:id/advance',
      {
        can: 'admin.test_clocks.update',
        notImpersonating: true,
        body: TestClockAdvance,
        of: TestClock,
        status: 200,
        summary: 'Move the billing of the account forward, and do what is due on the way',
        says: 'Test clock is advancing',
        fails: ['invalid_transition', 'test_clocks_unavailable'],
      },
      ({ ctx, id, body }) => startAdvance(ctx, id, body),
    )
    r.delete(
      '/:id',
      {
        can: 'admin.test_clocks.delete',
        notImpersonating: true,
        of: Empty,
        summary: 'Remove a test clock, and end the subscription if it was advanced',
        says: 'Test clock removed',
        fails: ['invalid_transition', 'test_clocks_unavailable'],
      },
      ({ ctx, id }) => deleteTestClock(ctx, id),
    )
  },
)

export const ownClock = resource('/billing', (r) => {
  r.get(
    '/clock',
    {
      can: 'billing.read',
      of: BillingClock,
      summary: 'Get the billing time of the account, if a test clock decides it',
    },
    ({ ctx }) => readBillingClock(ctx),
  )
})

/** For the handler of `advance_test_clock`. */
export const stepping = resource('/internal/test_clocks', 'Advances of test clocks', (r) => {
  r.post(
    '/:id/step',
    {
      can: 'system.test_clocks.update',
      body: TestClockTurn,
      of: TestClockStep,
      status: 200,
      summary: 'Do what is due, and move the clock to the next time, for a few seconds',
    },
    ({ ctx, id, body }) => stepTestClock(ctx, id, body),
  )
})
