import { resource } from '../../platform/http/resource.ts'
import { CleanUp, cleanUpExpired } from './clean_up.ts'
import { Job, JobReport, readJob, reportJob } from './job.ts'
import { Lease, LeaseRequest, leaseJobs } from './lease.ts'

export const worker = resource('/worker', (r) => {
  r.post(
    '/leases',
    {
      can: 'system.jobs.process',
      body: LeaseRequest,
      of: Lease,
      summary: 'Report what ended, keep what runs, and wait for more jobs',
      status: 200,
    },
    ({ ctx, body, reply }) => leaseJobs(ctx, body, reply.raw),
  )
})

export const jobs = resource('/internal/jobs', (r) => {
  r.get('/:id', { can: 'system.jobs.process', of: Job, summary: 'One job' }, ({ ctx, id }) =>
    readJob(ctx, id),
  )
  r.patch(
    '/:id',
    {
      can: 'system.jobs.process',
      body: JobReport,
      of: Job,
      summary: 'Report the progress or the end of a job',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => reportJob(ctx, id, body),
  )
})

export const maintenance = resource('/internal/maintenance', (r) => {
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
})
