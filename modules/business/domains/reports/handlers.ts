import { sanitizeText } from '@powernode/contract/text.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { type ApiClient, dataOf, FinalError, requireAccepted } from '@powernode/worker/client.ts'
import type { RowPage } from './columns.ts'
import { contract } from './contract.ts'

interface DueQuery {
  sort: 'next_run_at'
  per_page: number
  after?: string
}

export default defineHandlers(contract.jobs, {
  /** Writes the file of a report, from its beginning: a worker that was killed leaves nothing that another would keep. */
  async process_report({ request_id }, { api, outcomes, signal }) {
    const { writeFile } = await import('./file.ts') // loaded with the first report
    const params = { path: { id: request_id } }
    const report = dataOf(
      await api.POST('/api/v1/internal/report_requests/{id}/begin', { params, signal }),
    )
    if (!report) return
    const { turn } = report
    try {
      const pages = pagesOf(api, request_id, signal)
      let part = 0
      for await (const { content, ...progress } of writeFile(report, pages)) {
        part++
        const body = { turn, part, content: content.toString('base64'), ...progress }
        const { accepted } = dataOf(
          await api.POST('/api/v1/internal/report_requests/{id}/parts', { params, signal, body }),
        )
        if (!accepted) return
      }
      const body = { status: 'completed', turn } as const
      requireAccepted(await api.PATCH('/api/v1/reports/requests/{id}', { params, signal, body }))
    } catch (error) {
      if (!(error instanceof FinalError)) throw error
      const body = { status: 'failed', turn, error: sanitizeText(error.message, 1000) } as const
      await outcomes.PATCH('/api/v1/reports/requests/{id}', { params, body })
      throw error
    }
  },

  /** Requests the reports of every schedule that is due; one that fails costs no other its run. */
  async run_scheduled_reports(_input, { api, log, signal }) {
    const query: DueQuery = { sort: 'next_run_at', per_page: 100 }
    for (;;) {
      const due = await api.GET('/api/v1/reports/scheduled', { params: { query }, signal })
      for (const { id } of dataOf(due)) {
        const params = { path: { id } }
        try {
          dataOf(await api.POST('/api/v1/internal/scheduled_reports/{id}/run', { params, signal }))
        } catch (error) {
          if (!(error instanceof FinalError)) throw error
          log.error({ id, reason: error.message }, 'a scheduled report could not be requested')
        }
      }
      const after = due.data?.meta.next_cursor
      if (!after) return
      query.after = after
    }
  },
})

/** The pages of rows of a report, one after the other. */
async function* pagesOf(api: ApiClient, id: string, signal: AbortSignal): AsyncGenerator<RowPage> {
  let cursor: string | null = null
  do {
    const params = { path: { id }, query: cursor === null ? {} : { cursor } }
    const page: RowPage = dataOf(
      await api.GET('/api/v1/internal/report_requests/{id}/rows', { params, signal }),
    )
    yield page
    cursor = page.next
  } while (cursor !== null)
}
