import { NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { stateOptions } from '~/ui/list/state'
import { toast } from '~/ui/toast'
import { addStorage, changeStorage, type Storage, type StorageValues, valuesOf } from './queries'

type Props = { storage: Storage | null; onClose: () => void }

const FOLDER = /^([a-z0-9_-]+(\/[a-z0-9_-]+)*)?$/

/** Adds a storage, or changes one. */
export default function StorageForm({ storage, onClose }: Props) {
  const api = useApiForm<StorageValues, void>({
    initialValues: valuesOf(storage),
    validate: {
      name: isNotEmpty('Enter a name.'),
      root_path: (path) =>
        FOLDER.test(path) ? null : 'Enter a relative path of a–z, 0–9, _ and -, such as archive.',
    },
    submit: (values) => (storage ? changeStorage(storage.id, values) : addStorage(values)),
    onDone: () => {
      toast.done(storage ? 'The storage was saved.' : 'The storage was added.')
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
      {storage ? (
        <NativeSelect
          label="Status"
          description="Only an active storage takes new files. Its files can always be read."
          data={stateOptions('active', 'inactive', 'maintenance')}
          {...form.getInputProps('status')}
        />
      ) : (
        <TextInput
          label="Folder"
          description="Optional. Below the folder of this account on the server’s disk, for example where a larger disk is mounted."
          placeholder="archive"
          {...form.getInputProps('root_path')}
        />
      )}
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
