import { Input } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { LimitFields } from './LimitFields'
import { NameFields } from './NameFields'
import { type ApiKey, type ApiKeyValues, apiKeyValues, changeApiKey } from './queries'
import { requireScope, ScopePicker } from './ScopePicker'

export default function EditApiKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const api = useApiForm<ApiKeyValues, ApiKey>({
    initialValues: apiKeyValues(apiKey),
    validate: { name: isNotEmpty('Enter a name.'), scopes: requireScope },
    submit: (values) => changeApiKey(apiKey.id, values),
    onDone: ({ name }) => {
      toast.done(`${name} was saved.`)
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer
      title={`Edit ${apiKey.name}`}
      actionLabel="Save changes"
      api={api}
      onClose={onClose}
    >
      <NameFields form={form} />
      <LimitFields form={form} />
      <Input.Label component="span">Scopes</Input.Label>
      <ScopePicker
        selected={form.values.scopes}
        onChange={(scopes) => form.setFieldValue('scopes', scopes)}
        error={form.errors.scopes}
      />
    </FormDrawer>
  )
}
