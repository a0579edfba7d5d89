import { Checkbox, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { stateOptions } from '~/ui/list/state'
import { toast } from '~/ui/toast'
import { type AlertRule, changeRule, createRule, metricsQuery, type RuleValues } from './queries'
import { RulePreviewPanel } from './RulePreviewPanel'

/** Form values; an empty number field is an empty string. */
type RuleFormValues = Omit<RuleValues, 'threshold' | 'for_minutes' | 'renotify_minutes'> & {
  threshold: number | ''
  for_minutes: number | ''
  renotify_minutes: number | ''
}

const WIDTH = 520

const validate = {
  name: isNotEmpty('Enter a name.'),
  threshold: isNotEmpty('Enter a number.'),
}

const newRuleValues: RuleFormValues = {
  name: '',
  metric: 'jobs_waiting',
  condition: 'above',
  threshold: '',
  for_minutes: 5,
  severity: 'medium',
  notify_by_mail: true,
  renotify_minutes: '',
}

const valuesOf = (values: RuleFormValues): RuleValues => ({
  ...values,
  threshold: Number(values.threshold),
  for_minutes: Number(values.for_minutes),
  renotify_minutes: values.renotify_minutes === '' ? null : values.renotify_minutes,
})

export function NewRule({ onClose }: { onClose: () => void }) {
  const api = useApiForm<RuleFormValues, unknown>({
    initialValues: newRuleValues,
    validate,
    submit: (values) => createRule(valuesOf(values)),
    onDone: () => {
      toast.done('The rule was added. It is evaluated every minute.')
      onClose()
    },
  })
  return (
    <FormDrawer title="Add rule" actionLabel="Add rule" size={WIDTH} api={api} onClose={onClose}>
      <Fields api={api} />
    </FormDrawer>
  )
}

export function EditRule({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  const { name, metric, condition, threshold, for_minutes, severity, notify_by_mail } = rule
  const api = useApiForm<RuleFormValues, void>({
    initialValues: {
      name,
      metric,
      condition,
      threshold,
      for_minutes,
      severity,
      notify_by_mail,
      renotify_minutes: rule.renotify_minutes ?? '',
    },
    validate,
    submit: (values) => changeRule(rule.id, valuesOf(values)),
    onDone: () => {
      toast.done('The rule was saved.')
      onClose()
    },
  })
  return (
    <FormDrawer
      title={`Edit ${name}`}
      actionLabel="Save changes"
      size={WIDTH}
      api={api}
      onClose={onClose}
    >
      <Fields api={api} />
    </FormDrawer>
  )
}

function Fields({ api: { form } }: { api: ApiForm<RuleFormValues> }) {
  const { data: metrics = [] } = useQuery(metricsQuery)
  const { metric, condition, threshold } = form.getValues()
  const selectedMetric = metrics.find(({ name }) => name === metric)
  return (
    <>
      <TextInput
        label="Name"
        description="Shown in alerts and notifications, such as “Queue backlog”."
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <NativeSelect
        label="Metric"
        description={selectedMetric?.description ?? 'The metric to evaluate.'}
        data={metrics.map(({ name, label }) => ({ value: name, label }))}
        {...form.getInputProps('metric')}
      />
      <Group grow align="flex-start">
        <NativeSelect
          label="Condition"
          data={stateOptions('above', 'below')}
          {...form.getInputProps('condition')}
        />
        <NumberInput
          label="Threshold"
          required
          hideControls
          suffix={selectedMetric?.unit === 'percent' ? ' %' : ''}
          {...form.getInputProps('threshold')}
        />
      </Group>
      {threshold !== '' && <RulePreviewPanel watched={{ metric, condition, threshold }} />}
      <NumberInput
        label="Duration"
        description="Minutes the condition must hold before an alert is triggered, up to a day. 0 triggers immediately."
        min={0}
        max={1440}
        allowDecimal={false}
        suffix=" min"
        {...form.getInputProps('for_minutes')}
      />
      <NativeSelect
        label="Severity"
        data={stateOptions('low', 'medium', 'high', 'critical')}
        {...form.getInputProps('severity')}
      />
      <NumberInput
        label="Repeat notification"
        description="Optional. Minutes after which administrators are notified again of an unacknowledged alert."
        min={5}
        max={10080}
        allowDecimal={false}
        suffix=" min"
        {...form.getInputProps('renotify_minutes')}
      />
      <Checkbox
        label="Send email"
        description="To administrators who have alert emails enabled."
        {...form.getInputProps('notify_by_mail', { type: 'checkbox' })}
      />
    </>
  )
}
