import { TagsInput, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { changeFile, changeTags, type FileRow, fileTagsQuery } from './queries'

type Props = { file: FileRow; onClose: () => void }

export default function EditFile({ file, onClose }: Props) {
  const tags = useQuery(fileTagsQuery).data ?? []
  const api = useApiForm({
    initialValues: {
      filename: file.filename,
      description: file.description ?? '',
      tags: file.tags.map(({ name }) => name),
    },
    validate: { filename: isNotEmpty('Enter a name.') },
    submit: async ({ filename, description, tags }) => {
      await changeTags(file, tags)
      await changeFile(file.id, { filename, description: description.trim() || null })
    },
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
      <TagsInput
        label="Tags"
        description="Optional. Files are found by them."
        data={tags.map(({ name }) => name)}
        maxTags={50}
        clearable
        {...form.getInputProps('tags')}
      />
    </FormDrawer>
  )
}
