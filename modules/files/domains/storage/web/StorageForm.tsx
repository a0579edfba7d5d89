import { NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { stateOptions } from '~/ui/list/state'
import { toast } from '~/ui/toast'
import { PlaceFields } from './PlaceFields'
import { addStorage, changeStorage, type Storage, type StorageValues, valuesOf } from './queries'

type Props = { storage: Storage | null; onClose: () => void }

const FOLDER = /^([a-z0-9_-]+(\/[a-z0-9_-]+)*)?$/

/** Adds a storage, or changes one. */
export default function StorageForm({ storage, onClose }: Props) {
  const api = useApiForm<StorageValues, string | null>({
    initialValues: valuesOf(storage),
    validate: {
      name: isNotEmpty('Enter a name.'),
      configuration: {
        root_path: (path) =>
          FOLDER.test(path) ? null : 'Enter a relative path of a–z, 0–9, _ and -, such as archive.',
      },
    },
    submit: async (values) => {
      if (!storage) return addStorage(values)
      await changeStorage(storage.id, values)
      return null
    },
    onDone: (problem) => {
      if (problem === null) {
        toast.done(storage ? 'The storage was saved.' : 'The storage was added.')
      } else toast.failed(new Error(`The storage was added, but cannot be used: ${problem}`))
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer
      title={storage ? 'Edit storage' : 'Add storage'}
      actionLabel={storage ? 'Save changes' : 'Add storage'}
      api={api}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        required
        maxLength={255}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {storage && (
        <NativeSelect
          label="Status"
          description="Only an active storage takes new files. Its files can always be read."
          data={[
            ...(storage.status === 'failed' ? stateOptions('failed') : []),
            ...stateOptions('active', 'inactive', 'maintenance'),
          ]}
          {...form.getInputProps('status')}
        />
      )}
      <PlaceFields form={form} isNew={!storage} />
      <NumberInput
        label="Quota"
        description="Optional. Space that its files may use, in MB."
        min={0}
        thousandSeparator=","
        hideControls
        {...form.getInputProps('quota_megabytes')}
      />
      <NumberInput
        label="Largest file"
        description="In MB."
        min={0}
        thousandSeparator=","
        hideControls
        {...form.getInputProps('max_file_megabytes')}
      />
      <TagsInput
        label="Allowed types"
        description="Optional. Media types such as image/* or application/pdf. Without any, all are allowed."
        {...form.getInputProps('allowed_file_types')}
      />
      <TagsInput
        label="Blocked extensions"
        description="Optional. Such as .iso. Programs are always blocked."
        {...form.getInputProps('blocked_extensions')}
      />
    </FormDrawer>
  )
}
