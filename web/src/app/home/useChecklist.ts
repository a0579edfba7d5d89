import { keepPreviousData, useMutation, useQueries } from '@tanstack/react-query'
import { api, reply } from '../../api'
import { permitted } from '../../feature'
import { meQuery, queryClient, useMe } from '../../session'
import { toast } from '../../ui/toast'
import { DISMISSED, progressOf } from './checklist'
import { home } from './parts'

/** The steps of the checklist that the user may take. `progress` is null if it is not shown. */
export function useChecklist() {
  const me = useMe()
  // Someone else's set-up: that of the impersonated user, or of the account that delegated access.
  const own = !me.impersonator && me.account.id === me.home_account_id
  const steps = own && !me.preferences[DISMISSED] ? permitted(home.steps, me.permissions) : []
  const results = useQueries({
    queries: steps.map(({ key, done }) => ({
      // With the user, because some steps are about them.
      queryKey: [...key, me],
      queryFn: ({ signal }: { signal: AbortSignal }) => done(signal, me),
      placeholderData: keepPreviousData,
    })),
  })
  const ticked = steps.map((step, index) => ({ ...step, done: results[index]?.data }))
  const dismiss = useMutation({
    mutationFn: async () => {
      const preferences = { ...me.preferences, [DISMISSED]: true }
      const params = { path: { id: me.id } }
      await reply(api.PATCH('/api/v1/users/{id}', { params, body: { preferences } }))
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
    },
    onError: toast.failed,
  })
  return { steps: ticked, progress: progressOf(ticked, me.preferences), dismiss }
}
