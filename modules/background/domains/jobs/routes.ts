import { resource } from '@powernode/server/platform/http/resource.ts'
import { CleanUp, cleanUpExpired } from './clean_up.ts'
import {
  cancelJob,
  JobDetail,
  JobFilters,
  JobStats,
  JobStatsQuery,
  listJobs,
  listQueues,
  listSchedules,
  QueueRow,
  Redrive,
  Redriven,
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
      summary: 'Report what ended, keep what runs, and wait for more jobs',
      status: 200,
    },
    ({ ctx, body, reply }) => leaseJobs(ctx, body, reply.raw),
  )
})

export const jobs = resource('/internal/jobs', 'Jobs that a worker has leased', (r) => {
  r.get('/:id', { can: 'system.jobs.process', of: WorkerJob, summary: 'One job' }, ({ ctx, id }) =>
    readJob(ctx, id),
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

export const maintenance = resource(
  '/internal/maintenance',
  'Cleaning up what has expired',
  (r) => {
    r.post(
      '/clean_up',
      {
        can: 'system.jobs.process',
        of: CleanUp,
        summary: 'Delete what has expired',
        status: 200,
      },
      ({ ctx }) => cleanUpExpired(ctx),
    )
  },
)

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
        summary: 'What is in the queues, and what was',
      },
      ({ ctx, page, query }) => listJobs(ctx, page, query),
    )
    r.get(
      '/stats',
      {
        can: 'admin.jobs.read',
        of: JobStats,
        query: JobStatsQuery,
        summary: 'How much went through the queues, and how fast',
      },
      ({ ctx, query }) => readJobStats(ctx, query),
    )
    r.list(
      '/queues',
      {
        can: 'admin.jobs.read',
        of: QueueRow,
        sorts: ['name'],
        summary: 'How full the queues are; counted every two seconds',
      },
      ({ ctx, page }) => listQueues(ctx, page),
    )
    r.list(
      '/schedules',
      {
        can: 'admin.jobs.read',
        of: ScheduleRow,
        sorts: ['job_type'],
        summary: 'Jobs that come by the clock',
      },
      ({ ctx, page }) => listSchedules(ctx, page),
    )
    r.post(
      '/redrive',
      {
        can: 'admin.jobs.update',
        whileImpersonating: 'runs again what was accepted before',
        body: Redrive,
        of: Redriven,
        status: 200,
        summary: 'Queue all dead letters again, or those of one queue; 1000 at most',
        says: 'Dead letters are queued again',
      },
      ({ ctx, body }) => redriveJobs(ctx, body),
    )
    r.get('/:id', { can: 'admin.jobs.read', of: JobDetail, summary: 'One job' }, ({ ctx, id }) =>
      readJobRow(ctx, id),
    )
    r.post(
      '/:id/retry',
      {
        can: 'admin.jobs.update',
        whileImpersonating: 'runs again what was accepted before',
        of: Redriven,
        status: 200,
        summary: 'Queue one dead letter again',
        says: 'Job is queued again',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => retryJob(ctx, id),
    )
    r.post(
      '/:id/cancel',
      {
        can: 'admin.jobs.update',
        whileImpersonating: 'gives nobody anything',
        of: JobDetail,
        status: 200,
        summary: 'Take a job out of the queue',
        says: 'Job cancelled',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => cancelJob(ctx, id),
    )
  },
)
