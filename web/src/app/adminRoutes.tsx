import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { inside, needs } from './frame'

const workers = createRoute({
  getParentRoute: () => inside,
  path: '/admin/workers',
  component: needs('admin.workers.read'),
})
const workerList = createRoute({
  getParentRoute: () => workers,
  path: '/',
  component: lazy(() => import('../features/workers/WorkersPage'), 'WorkersPage'),
})
const worker = createRoute({
  getParentRoute: () => workers,
  path: '$id',
  component: lazy(() => import('../features/workers/WorkerPage'), 'WorkerPage'),
})
const jobs = createRoute({
  getParentRoute: () => inside,
  path: '/admin/jobs',
  component: needs('admin.jobs.read'),
})
const jobOverview = createRoute({
  getParentRoute: () => jobs,
  path: '/',
  component: lazy(() => import('../features/jobs/OverviewPage'), 'OverviewPage'),
})
const jobList = createRoute({
  getParentRoute: () => jobs,
  path: 'all',
  component: lazy(() => import('../features/jobs/JobsPage'), 'JobsPage'),
})
const deadLetters = createRoute({
  getParentRoute: () => jobs,
  path: 'dead_letters',
  component: lazy(() => import('../features/jobs/DeadLettersPage'), 'DeadLettersPage'),
})
const schedules = createRoute({
  getParentRoute: () => jobs,
  path: 'schedules',
  component: lazy(() => import('../features/jobs/SchedulesPage'), 'SchedulesPage'),
})
const mails = createRoute({
  getParentRoute: () => inside,
  path: '/admin/mails',
  component: needs('admin.mails.read'),
})
const mailbox = createRoute({
  getParentRoute: () => mails,
  path: '/',
  component: lazy(() => import('../features/mails/MailboxPage'), 'MailboxPage'),
})

/** Pages for those who run this server. */
export const adminRoutes = [
  workers.addChildren([workerList, worker]),
  jobs.addChildren([jobOverview, jobList, deadLetters, schedules]),
  mails.addChildren([mailbox]),
] as const
