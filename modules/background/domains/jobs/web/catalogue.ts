import { useQuery } from '@tanstack/react-query'
import { formatCode } from '~/ui/format'
import { choiceFilter, stateOptions } from '~/ui/list/state'
import { jobTypesQuery } from './queries'

export const statusFilter = choiceFilter(
  'Status',
  stateOptions('pending', 'processing', 'completed', 'failed', 'cancelled'),
)

const namesAsOptions = <Name extends string>(names: Name[] | undefined) =>
  names?.map((value) => ({ value, label: formatCode(value) })) ?? null

/** The queues, and filters by queue and job type. Without names until they are loaded. */
export function useJobCatalogue() {
  const { data: types } = useQuery(jobTypesQuery)
  const queueNames = types && [...new Set(types.map(({ queue }) => queue))]
  const queueOptions = namesAsOptions(queueNames)
  return {
    queueNames: queueNames ?? [],
    queueOptions: queueOptions ?? [],
    queueFilter: choiceFilter('Queue', queueOptions),
    typeFilter: choiceFilter('Job', namesAsOptions(types?.map(({ job_type }) => job_type))),
  }
}

/** The queue of a job type, also for a job that is a dead letter. */
export function QueueOfType({ type }: { type: string }) {
  const { data: types } = useQuery(jobTypesQuery)
  const queue = types?.find(({ job_type }) => job_type === type)?.queue
  return queue ? formatCode(queue) : '–'
}
