import { resource } from '@powernode/server/platform/http/resource.ts'
import { CleanUp, cleanUpExpired } from './clean_up.ts'
import {
  cancelJob,
  JobDetail,
  JobFilters,
  JobRedrive,
  JobStats,
  JobStatsQuery,
  JobType,
  listJobs,
  listJobTypes,
  listQueues,
  listSchedules,
  QueueRow,
  RedrivenJobs,
  readJobRow,
  readJobStats,
  redriveJobs,
  retryJob,
  ScheduleRow,
} from './console.ts'
import { JobReport, readJob, reportJob, WorkerJob } from './job.ts'
import { Lease, LeaseRequest, leaseJobs } from './lease.ts'

export const worker = resource('/worker', 'Leases of jobs', (r) => {
  r.post(
    '/leases',
    {
      can: 'system.jobs.process',
      body: LeaseRequest,
      of: Lease,
      waits: true,
      name: 'lease',
      summary: 'Report finished and running jobs, and lease more',
      status: 200,
    },
    ({ ctx, body, reply }) => leaseJobs(ctx, body, reply.raw),
  )
})

export const jobs = resource('/internal/jobs', 'Jobs leased by a worker', (r) => {
  r.get(
    '/:id',
    { can: 'system.jobs.process', of: WorkerJob, summary: 'Get a job' },
    ({ ctx, id }) => readJob(ctx, id),
  )
  r.patch(
    '/:id',
    {
      can: 'system.jobs.process',
      body: JobReport,
      of: WorkerJob,
      summary: 'Report the progress or the end of a job',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => reportJob(ctx, id, body),
  )
})

export const maintenance = resource('/internal/maintenance', 'Deletion of expired data', (r) => {
  r.post(
    '/clean_up',
    {
      can: 'system.jobs.process',
      of: CleanUp,
      summary: 'Delete expired data',
      status: 200,
    },
    ({ ctx }) => cleanUpExpired(ctx),
  )
})

/** Admin → Jobs. */
export const jobConsole = resource(
  '/admin/jobs',
  'Queues, jobs and schedules of the installation',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.jobs.read',
        of: JobDetail,
        query: JobFilters,
        sorts: ['-created_at'],
        summary: 'List current and past jobs of the queues',
      },
      ({ ctx, page, query }) => listJobs(ctx, page, query),
    )
    r.get(
      '/stats',
      {
        can: 'admin.jobs.read',
        of: JobStats,
        query: JobStatsQuery,
        summary: 'Get throughput and durations of the queues',
      },
      ({ ctx, query }) => readJobStats(ctx, query),
    )
    r.list(
      '/queues',
      {
        can: 'admin.jobs.read',
        of: QueueRow,
        sorts: ['name'],
        summary: 'List the queues with their counts, updated every two seconds',
      },
      ({ ctx, page }) => listQueues(ctx, page),
    )
    r.list(
      '/schedules',
      {
        can: 'admin.jobs.read',
        of: ScheduleRow,
        sorts: ['job_type'],
        summary: 'List scheduled jobs',
      },
      ({ ctx, page }) => listSchedules(ctx, page),
    )
    r.list(
      '/types',
      {
        can: 'admin.jobs.read',
        of: JobType,
        sorts: ['job_type'],
        summary: 'List the jobs of the loaded modules, with their queues',
      },
      ({ page }) => listJobTypes(page),
    )
    r.post(
      '/redrive',
      {
        can: 'admin.jobs.update',
        whileImpersonating: 'repeats what was accepted before',
        body: JobRedrive,
        of: RedrivenJobs,
        status: 200,
        summary: 'Retry all dead letters, or those of one queue; 1000 at most',
        says: 'Dead letters will be retried',
      },
      ({ ctx, body }) => redriveJobs(ctx, body),
    )
    r.get('/:id', { can: 'admin.jobs.read', of: JobDetail, summary: 'Get a job' }, ({ ctx, id }) =>
      readJobRow(ctx, id),
    )
    r.post(
      '/:id/retry',
      {
        can: 'admin.jobs.update',
        whileImpersonating: 'repeats what was accepted before',
        of: RedrivenJobs,
        status: 200,
        summary: 'Retry a dead letter',
        says: 'Job will be retried',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => retryJob(ctx, id),
    )
    r.post(
      '/:id/cancel',
      {
        can: 'admin.jobs.update',
        whileImpersonating: 'gives no access',
        of: JobDetail,
        status: 200,
        summary: 'Cancel a job',
        says: 'Job cancelled',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => cancelJob(ctx, id),
    )
  },
)
