import { Checkbox, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { stateOptions } from '~/ui/list/state'
import { toast } from '~/ui/toast'
import { type AlertRule, changeRule, createRule, metricsQuery, type RuleValues } from './queries'
import { RulePreviewPanel } from './RulePreviewPanel'

/** As the fields hold them: a number that was cleared is the empty text. */
type Entered = Omit<RuleValues, 'threshold' | 'for_minutes' | 'renotify_minutes'> & {
  threshold: number | ''
  for_minutes: number | ''
  renotify_minutes: number | ''
}

const WIDTH = 520

const validate = {
  name: isNotEmpty('Enter a name'),
  threshold: isNotEmpty('Enter a number'),
}

const fresh: Entered = {
  name: '',
  metric: 'jobs_waiting',
  condition: 'above',
  threshold: '',
  for_minutes: 5,
  severity: 'medium',
  notify_by_mail: true,
  renotify_minutes: '',
}

const valuesOf = (entered: Entered): RuleValues => ({
  ...entered,
  threshold: Number(entered.threshold),
  for_minutes: Number(entered.for_minutes),
  renotify_minutes: entered.renotify_minutes === '' ? null : entered.renotify_minutes,
})

export function NewRule({ onClose }: { onClose: () => void }) {
  const api = useApiForm<Entered, unknown>({
    initialValues: fresh,
    validate,
    submit: (entered) => createRule(valuesOf(entered)),
    onDone: () => {
      toast.done('The rule was added, and is looked at every minute.')
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
  const api = useApiForm<Entered, void>({
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
    submit: (entered) => changeRule(rule.id, valuesOf(entered)),
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

function Fields({ api: { form } }: { api: ApiForm<Entered> }) {
  const { data: metrics = [] } = useQuery(metricsQuery)
  const { metric, condition, threshold } = form.getValues()
  const chosen = metrics.find(({ name }) => name === metric)
  return (
    <>
      <TextInput
        label="Name"
        description="What administrators are told, such as “Jobs pile up”."
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <NativeSelect
        label="Figure"
        description={chosen?.description ?? 'What the rule watches.'}
        data={metrics.map(({ name, label }) => ({ value: name, label }))}
        {...form.getInputProps('metric')}
      />
      <Group grow align="flex-start">
        <NativeSelect
          label="Is"
          data={stateOptions('above', 'below')}
          {...form.getInputProps('condition')}
        />
        <NumberInput
          label="Threshold"
          required
          hideControls
          suffix={chosen?.unit === 'percent' ? ' %' : ''}
          {...form.getInputProps('threshold')}
        />
      </Group>
      {threshold !== '' && <RulePreviewPanel watched={{ metric, condition, threshold }} />}
      <NumberInput
        label="For"
        description="Minutes for which this must hold, up to a day. 0 tells at once."
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
        label="Tell again"
        description="Optional. Minutes after which an alert that nobody has taken up is told again."
        min={5}
        max={10080}
        allowDecimal={false}
        suffix=" min"
        {...form.getInputProps('renotify_minutes')}
      />
      <Checkbox
        label="Also by mail"
        description="To administrators who have not switched mail of alerts off."
        {...form.getInputProps('notify_by_mail', { type: 'checkbox' })}
      />
    </>
  )
}
