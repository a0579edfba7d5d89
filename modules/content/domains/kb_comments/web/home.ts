import { api, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'

export default defineHome({
  attention: [
    {
      order: 200,
      needs: 'kb_comments.moderate',
      key: ['kb_comments', 'pending'],
      channel: { name: 'ModerationChannel' },
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, status: 'pending' as const }
        return rowsNotice(api.GET('/api/v1/kb/comments/moderate', { params: { query }, signal }), {
          urgency: 'low',
          one: 'comment waits for a moderator',
          many: 'comments wait for a moderator',
          link: 'Moderate',
          to: '/kb_comments',
          search: { status: 'pending' },
        })
      },
    },
  ],
})
