import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput, Title } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { changeService, createService, type Service } from './queries'
import { TargetFields } from './TargetFields'
import {
  differences,
  newServiceValues,
  type ServiceValues,
  serviceBody,
  serviceValues,
} from './values'
import { durationText } from './words'

const WIDTH = 520
const INTERVALS = [30, 60, 120, 300, 600, 1800, 3600, 21_600, 86_400]

const validate = {
  name: (name: string) => (name.trim() ? null : 'Enter a name.'),
  url: (url: string, { check_type }: ServiceValues) =>
    check_type !== 'http' || URL.canParse(url)
      ? null
      : 'Enter a full URL, such as https://example.com.',
  host: (host: string, { check_type }: ServiceValues) =>
    check_type !== 'tcp' || host.trim() ? null : 'Enter a host name or an IP address.',
  port: (port: number | string, { check_type }: ServiceValues) =>
    check_type !== 'tcp' || port ? null : 'Enter a port from 1 to 65535.',
}

type NewProps = { onCreated: (id: string) => void; onClose: () => void }

export function NewService({ onCreated, onClose }: NewProps) {
  const api = useApiForm<ServiceValues, Service>({
    initialValues: newServiceValues,
    validate,
    submit: (values) => createService(serviceBody(values)),
    onDone: ({ id, name }) => {
      toast.done(`${name} was added.`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer
      title="Add service"
      actionLabel="Add service"
      size={WIDTH}
      api={api}
      onClose={onClose}
    >
      <Fields api={api} />
    </FormDrawer>
  )
}

export function EditService({ service, onClose }: { service: Service; onClose: () => void }) {
  const api = useApiForm<ServiceValues, void>({
    initialValues: serviceValues(service),
    validate,
    submit: async (values) => {
      const changes = differences(service, values)
      if (Object.keys(changes).length > 0) await changeService(service.id, changes)
    },
    onDone: () => {
      toast.done('The service was saved.')
      onClose()
    },
  })
  return (
    <FormDrawer
      title={`Edit ${service.name}`}
      actionLabel="Save changes"
      size={WIDTH}
      api={api}
      onClose={onClose}
    >
      <Fields api={api} hasToken={service.has_bearer_token} />
    </FormDrawer>
  )
}

type FieldsProps = { api: ApiForm<ServiceValues>; hasToken?: boolean }

function Fields({ api: { form }, hasToken = false }: FieldsProps) {
  const { interval_seconds, on_status_page } = form.getValues()
  const intervals = [...new Set([...INTERVALS, interval_seconds])].sort((a, b) => a - b)
  return (
    <>
      <TextInput
        label="Name"
        description="Unique on this server."
        required
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Textarea
        label="Description"
        description="Optional. What it is for."
        rows={2}
        maxLength={500}
        {...form.getInputProps('description')}
      />
      <Title order={3}>Check</Title>
      <TargetFields form={form} hasToken={hasToken} />
      <Title order={3}>Failure detection</Title>
      <NativeSelect
        label="Interval"
        data={intervals.map((value) => ({ value: String(value), label: durationText(value) }))}
        value={String(interval_seconds)}
        onChange={(event) => form.setFieldValue('interval_seconds', Number(event.target.value))}
        error={form.errors.interval_seconds}
      />
      <NumberInput
        label="Consecutive failures"
        description="The service is down and an incident opens after this many failures. 1 to 10."
        min={1}
        max={10}
        allowDecimal={false}
        {...form.getInputProps('failure_threshold')}
      />
      <NumberInput
        label="Timeout"
        description="Seconds to wait for a response. 1 to 60."
        min={1}
        max={60}
        allowDecimal={false}
        {...form.getInputProps('timeout_seconds')}
      />
      <NumberInput
        label="Slow threshold"
        description="Optional. Milliseconds after which a response counts as degraded."
        min={1}
        max={60_000}
        allowDecimal={false}
        {...form.getInputProps('slow_after_ms')}
      />
      <Title order={3}>Status page</Title>
      <Checkbox
        label="Show on the public status page"
        description="Shows its name, state, uptime and incidents, but not its address or errors."
        {...form.getInputProps('on_status_page', { type: 'checkbox' })}
      />
      {on_status_page && (
        <TextInput
          label="Public name"
          description="Optional. Defaults to the name above."
          maxLength={80}
          {...form.getInputProps('public_name')}
        />
      )}
      <NumberInput
        label="Position"
        description="Sort order in lists and on the status page, lowest first."
        min={0}
        max={10_000}
        allowDecimal={false}
        {...form.getInputProps('position')}
      />
    </>
  )
}
