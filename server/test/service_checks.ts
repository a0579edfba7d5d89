import { readService } from '@powernode/modules/monitoring/domains/services/service.ts'
import { expect } from 'vitest'
import { world } from './world.ts'

/** A world with an administrator, and helpers for service checks. */
export async function monitoringWorld() {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  const { worker } = here

  /** Creates an external service that is down after the second failure. */
  async function watch(input: object = {}) {
    const { data, status } = await admin.post('/admin/services', {
      name: `Shop ${Math.random()}`,
      kind: 'outside',
      check_type: 'http',
      url: 'https://shop.example.com/',
      failure_threshold: 2,
      ...input,
    })
    expect(status).toBe(201)
    return data as { id: string; name: string }
  }
  /** Reads as the system, whose session does not expire when the clock is moved. */
  const look = (id: string) => readService(here.platform.system(), id)
  const turnOf = async (service_id: string) => {
    const row = await here.platform.database
      .selectFrom('services')
      .select('turn')
      .where('id', '=', service_id)
      .executeTakeFirstOrThrow()
    return { service_id, turn: row.turn }
  }
  const report = (finding: object) =>
    worker.post('/internal/service_checks/findings', { findings: [finding] })

  return {
    ...here,
    admin,
    watch,
    look,
    turnOf,
    report,
    /** Requests another check and reports its result; returns the service. */
    async found(id: string, finding: object = {}) {
      await admin.post(`/admin/services/${id}/check`)
      const turn = await turnOf(id)
      await report({ ...turn, latency_ms: 20, ...finding })
      return look(id)
    },
    async prepared(...checks: { service_id: string; turn: number }[]) {
      const { data } = await worker.post('/internal/service_checks/prepare', { checks })
      return data.requests
    },
  }
}

export const REFUSED = { error: 'The connection was refused' }
