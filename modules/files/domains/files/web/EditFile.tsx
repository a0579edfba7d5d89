import { Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { changeFile, type FileRow } from './queries'

type Props = { file: FileRow; onClose: () => void }

export default function EditFile({ file, onClose }: Props) {
  const api = useApiForm({
    initialValues: { filename: file.filename, description: file.description ?? '' },
    validate: { filename: isNotEmpty('Enter a name.') },
    submit: ({ filename, description }) =>
      changeFile(file.id, { filename, description: description.trim() || null }),
    onDone: () => {
      toast.done('The file was saved.')
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer title="Edit details" actionLabel="Save changes" api={api} onClose={onClose}>
      <TextInput
        label="Name"
        description="Its extension stays, because it says what the content is."
        required
        maxLength={255}
        data-autofocus
        {...form.getInputProps('filename')}
      />
      <Textarea
        label="Description"
        description="Optional."
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('description')}
      />
    </FormDrawer>
  )
}
