import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { ActivityFilters, listWorkerActivities, WorkerActivity } from './activity.ts'
import {
  checkWorker,
  recordTest,
  testWorker,
  WorkerHealth,
  WorkerTest,
  WorkerTestResults,
} from './check.ts'
import { rotateToken, WorkerTokenRotation } from './rotation.ts'
import { readWorkerStats, WorkerStats } from './stats.ts'
import { activateWorker, suspendWorker, WorkerSuspension } from './status.ts'
import {
  configureWorker,
  createWorker,
  deleteWorker,
  listWorkers,
  NewWorker,
  readWorker,
  readWorkerConfig,
  updateWorker,
  Worker,
  WorkerChanges,
  WorkerConfig,
  WorkerConfigChanges,
  WorkerFilters,
  WorkerWithToken,
} from './worker.ts'

export const workers = resource('/workers', 'Workers and their tokens', (r) => {
  r.list(
    '/',
    {
      can: 'admin.workers.read',
      of: Worker,
      query: WorkerFilters,
      sorts: ['name', 'created_at', 'last_seen_at'],
      summary: 'List the workers of this server',
    },
    ({ ctx, page, query }) => listWorkers(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.workers.create',
      notImpersonating: true,
      body: NewWorker,
      of: WorkerWithToken,
      summary: 'Register a worker; its token is shown only once',
      says: 'Worker registered',
    },
    ({ ctx, body }) => createWorker(ctx, body),
  )
  r.get(
    '/stats',
    { can: 'admin.workers.read', of: WorkerStats, summary: 'Get statistics of all workers' },
    ({ ctx }) => readWorkerStats(ctx),
  )
  r.get('/:id', { can: 'admin.workers.read', of: Worker, summary: 'Get a worker' }, ({ ctx, id }) =>
    readWorker(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'admin.workers.update',
      notImpersonating: true,
      body: WorkerChanges,
      of: Worker,
      summary: 'Change a worker’s name or description',
      says: 'Worker updated',
    },
    ({ ctx, id, body }) => updateWorker(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'admin.workers.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a worker; its token becomes invalid at once',
      says: 'Worker deleted',
      fails: ['conflict'],
    },
    ({ ctx, id }) => deleteWorker(ctx, id),
  )
  r.post(
    '/:id/regenerate_token',
    {
      can: 'admin.workers.update',
      notImpersonating: true,
      body: WorkerTokenRotation,
      of: WorkerWithToken,
      status: 200,
      summary: 'Rotate a worker’s token',
      says: 'Token rotated',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => rotateToken(ctx, id, body),
  )
  r.post(
    '/:id/suspend',
    {
      can: 'admin.workers.update',
      notImpersonating: true,
      body: WorkerSuspension,
      of: Worker,
      status: 200,
      summary: 'Suspend a worker; its jobs go to other workers at once',
      says: 'Worker suspended',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => suspendWorker(ctx, id, body),
  )
  r.post(
    '/:id/activate',
    {
      can: 'admin.workers.update',
      notImpersonating: true,
      of: Worker,
      status: 200,
      summary: 'Activate a suspended worker',
      says: 'Worker activated',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => activateWorker(ctx, id),
  )
  r.post(
    '/:id/health_check',
    {
      can: 'admin.workers.read',
      whileImpersonating: 'changes nothing',
      of: WorkerHealth,
      status: 200,
      name: 'checkHealth',
      summary: 'Get the health of a worker',
    },
    ({ ctx, id }) => checkWorker(ctx, id),
  )
  r.post(
    '/:id/test_worker',
    {
      can: 'admin.workers.update',
      whileImpersonating: 'the job does nothing',
      of: WorkerTest,
      status: 200,
      name: 'test',
      summary: 'Test a worker with a job; the result appears in its activities',
      says: 'Test enqueued',
    },
    ({ ctx, id }) => testWorker(ctx, id),
  )
  r.list(
    '/:id/activities',
    {
      can: 'admin.workers.read',
      of: WorkerActivity,
      query: ActivityFilters,
      sorts: ['-performed_at'],
      summary: 'List the activities of a worker',
    },
    async ({ ctx, id, page, query }) => {
      const activities = await listWorkerActivities(ctx, id, page, query)
      if (activities.total === 0) await readWorker(ctx, id) // 404 if there is no such worker
      return activities
    },
  )
  r.get(
    '/:id/config',
    { can: 'admin.workers.read', of: WorkerConfig, summary: 'Get the configuration of a worker' },
    ({ ctx, id }) => readWorkerConfig(ctx, id),
  )
  r.put(
    '/:id/config',
    {
      can: 'admin.workers.update',
      notImpersonating: true,
      body: WorkerConfigChanges,
      of: WorkerConfig,
      name: 'updateConfig',
      summary: 'Change how many jobs a worker runs at a time, and of which queues',
      says: 'Configuration updated',
    },
    ({ ctx, id, body }) => configureWorker(ctx, id, body),
  )
})

export const workerTests = resource('/internal/workers', 'Tests of workers', (r) => {
  r.post(
    '/:id/test_results',
    {
      can: 'system.jobs.process',
      body: WorkerTestResults,
      of: Empty,
      status: 200,
      name: 'reportTestResults',
      summary: 'Report the result of a worker test',
      says: 'Result recorded',
    },
    ({ ctx, id, body }) => recordTest(ctx, id, body),
  )
})
