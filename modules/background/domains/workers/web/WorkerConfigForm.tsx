import { Button, Group, MultiSelect, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormProblem, useApiForm, useNewerValues } from '~/ui/form'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { workerStatsQuery } from '~/workers'
import { configureWorker, type Worker, type WorkerConfig } from './queries'

const MAX_CONCURRENCY = 500

type Values = { concurrency: string; queues: WorkerConfig['queues'] }
type Props = { worker: Worker; editable: boolean }

/** Concurrency and queues of a worker. Applied without a restart. */
export default function WorkerConfigForm({ worker, editable }: Props) {
  const { data: stats } = useQuery(workerStatsQuery)
  const saved: Values = {
    concurrency: worker.concurrency?.toString() ?? '',
    queues: worker.queues,
  }
  const api = useApiForm<Values, void>({
    initialValues: saved,
    validate: { concurrency: concurrencyProblem },
    submit: ({ concurrency, queues }) =>
      configureWorker(worker.id, { concurrency: Number(concurrency) || null, queues }),
    onDone: () => toast.done(`The configuration of ${worker.name} was saved.`),
  })
  const { form } = api
  useNewerValues(form, saved)
  const dirty = form.isDirty() && !api.busy
  useLeaveGuard(dirty)
  const names = stats?.queues.map(({ name }) => name) ?? worker.queues
  return (
    <SettingsSection
      title="Configuration"
      description="Applied while the worker runs, without a restart."
    >
      <form onSubmit={api.onSubmit} noValidate>
        <Stack gap="md" maw={480}>
          <FormProblem problem={api.problem} />
          <TextInput
            label="Concurrency"
            description={`Optional. Jobs at a time, from 1 to ${MAX_CONCURRENCY}. Defaults to the worker’s WORKER_CONCURRENCY.`}
            type="number"
            inputMode="numeric"
            min={1}
            max={MAX_CONCURRENCY}
            disabled={!editable}
            {...form.getInputProps('concurrency')}
          />
          <MultiSelect
            label="Queues"
            description="Optional. Defaults to all queues."
            data={names}
            clearable
            disabled={!editable}
            {...form.getInputProps('queues')}
          />
          {editable && (
            <Group gap="xs">
              <Button type="submit" disabled={!dirty} loading={api.busy}>
                Save configuration
              </Button>
              {dirty && (
                <Button variant="default" onClick={form.reset}>
                  Reset
                </Button>
              )}
            </Group>
          )}
        </Stack>
      </form>
    </SettingsSection>
  )
}

function concurrencyProblem(concurrency: string) {
  if (concurrency === '') return null
  const number = Number(concurrency)
  const valid = Number.isInteger(number) && number >= 1 && number <= MAX_CONCURRENCY
  return valid ? null : `Enter a whole number from 1 to ${MAX_CONCURRENCY}.`
}
