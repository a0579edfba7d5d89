import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async moderation_digest(_input, { api, log, signal }) {
    const path = '/api/v1/internal/kb_comments/moderation_digest'
    const digests = dataOf(await api.POST(path, { signal }))
    if (digests.sent > 0) log.info(digests, 'moderators notified')
  },
})
