import { Button, Group, MultiSelect, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormProblem, useApiForm, useNewerValues } from '~/ui/form'
import { SettingsSection } from '~/ui/SettingsLayout'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { workerStatsQuery } from '~/workers'
import { configureWorker, type Worker, type WorkerConfig } from './queries'

const MOST = 500

type Values = { concurrency: string; queues: WorkerConfig['queues'] }
type Props = { worker: Worker; editable: boolean }

/** How much the worker does at a time, and of what. It follows without a restart. */
export function WorkerConfigForm({ worker, editable }: Props) {
  const { data: stats } = useQuery(workerStatsQuery)
  const saved: Values = {
    concurrency: worker.concurrency?.toString() ?? '',
    queues: worker.queues,
  }
  const api = useApiForm<Values, void>({
    initialValues: saved,
    validate: { concurrency: problem },
    submit: ({ concurrency, queues }) =>
      configureWorker(worker.id, { concurrency: Number(concurrency) || null, queues }),
    onDone: () => toast.done(`${worker.name} follows the new configuration from now on.`),
  })
  const { form } = api
  useNewerValues(form, saved)
  const dirty = form.isDirty() && !api.busy
  useLeaveGuard(dirty)
  const names = stats?.queues.map(({ name }) => name) ?? worker.queues
  return (
    <SettingsSection
      title="Configuration"
      description="Takes effect while the worker runs; nothing has to be restarted."
    >
      <form onSubmit={api.onSubmit} noValidate>
        <Stack gap="md" maw={480}>
          <FormProblem problem={api.problem} />
          <TextInput
            label="Jobs at a time"
            description={`Optional. From 1 to ${MOST}; left empty, the worker’s own WORKER_CONCURRENCY counts.`}
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST}
            disabled={!editable}
            {...form.getInputProps('concurrency')}
          />
          <MultiSelect
            label="Queues"
            description="Optional. Left empty, it takes jobs of every queue."
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

function problem(concurrency: string) {
  if (concurrency === '') return null
  const number = Number(concurrency)
  const fits = Number.isInteger(number) && number >= 1 && number <= MOST
  return fits ? null : `Enter a whole number from 1 to ${MOST}`
}
