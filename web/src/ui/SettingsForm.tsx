import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { Definitions } from './Definitions'
import { type ApiForm, FormProblem, useApiForm, useNewerValues } from './form'
import { formatCount } from './format'
import { settingText, unitOf } from './settingText'
import { toast } from './toast'
import { useLeaveGuard } from './useLeaveGuard'

export type Field<Name extends string = string> = {
  name: Name
  label: string
  help: string
  /** For a number: its unit, minimum and maximum. */
  unit?: string
  bounds?: [min: number, max: number]
  /** For a text with a fixed set of values. */
  options?: readonly { value: string; label: string }[]
}

type Value = string | number | boolean | null
type Props<Values extends Record<string, Value>> = {
  fields: Field<keyof Values & string>[]
  values: Values
  disabled: boolean
  save: (changes: Partial<Values>) => Promise<void>
}

/** The settings, to change or, for users who may not, to read. */
export function SettingsForm<Values extends Record<string, Value>>(props: Props<Values>) {
  if (!props.disabled) return <Editable {...props} />
  const items = props.fields.map((field) => ({
    label: field.label,
    value: settingText(field, props.values[field.name] ?? null),
    help: field.help,
  }))
  return <Definitions items={items} />
}

/** One control per setting, by the type of its value. Sends only changed settings. Newer values update unedited fields. */
function Editable<Values extends Record<string, Value>>({ fields, values, save }: Props<Values>) {
  const initial = Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']))
  const edit: ApiForm<Record<string, Value>> = useApiForm<Record<string, Value>, void>({
    initialValues: initial,
    submit: (entered): Promise<void> => {
      const changed = fields.filter(({ name }) => edit.form.isDirty(name))
      const changes = changed.map(({ name }) => [name, entered[name] === '' ? null : entered[name]])
      return save(Object.fromEntries(changes) as Partial<Values>)
    },
    onDone: () => toast.done('Settings saved. They take effect within a second.'),
  })
  const { form } = edit
  useNewerValues(form, initial)
  useLeaveGuard(form.isDirty() && !edit.busy)
  return (
    <form onSubmit={edit.onSubmit} noValidate>
      <Stack gap="md">
        <FormProblem problem={edit.problem} />
        {fields.map((field) => (
          <Control key={field.name} field={field} value={values[field.name] ?? null} form={form} />
        ))}
        <Group justify="flex-end">
          <Button type="submit" loading={edit.busy} disabled={!form.isDirty()}>
            Save changes
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type ControlProps = {
  field: Field
  value: Value
  form: ReturnType<typeof useApiForm<Record<string, Value>, void>>['form']
}

function Control({ field, value, form }: ControlProps) {
  const { name, label, help, unit, bounds, options } = field
  const common = { label, description: help }
  if (typeof value === 'boolean') {
    return <Checkbox {...common} {...form.getInputProps(name, { type: 'checkbox' })} />
  }
  if (typeof value === 'number') {
    const range =
      bounds &&
      `${help} From ${formatCount(bounds[0])} to ${formatCount(bounds[1])}${unit ? ` ${unit}` : ''}.`
    return (
      <NumberInput
        {...common}
        description={range ?? help}
        allowDecimal={false}
        hideControls
        thousandSeparator=","
        suffix={unit ? ` ${unitOf(unit, Number(form.getValues()[name]))}` : ''}
        {...form.getInputProps(name)}
      />
    )
  }
  if (options) {
    return <NativeSelect {...common} data={[...options]} {...form.getInputProps(name)} />
  }
  return <TextInput {...common} {...form.getInputProps(name)} />
}
