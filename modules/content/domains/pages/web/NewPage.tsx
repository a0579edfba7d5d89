import { TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { createPage } from './queries'

type Props = { onClose: () => void; onCreated: (id: string) => void }

/** Asks only for a title; the rest is written in the editor. */
export default function NewPage({ onClose, onCreated }: Props) {
  const api = useApiForm({
    initialValues: { title: '' },
    validate: { title: isNotEmpty('Enter a title.') },
    submit: ({ title }) => createPage({ title, content: `# ${title.trim()}\n` }),
    onDone: ({ id }) => onCreated(id),
  })
  return (
    <FormDrawer title="Write page" actionLabel="Continue" api={api} onClose={onClose}>
      <TextInput
        label="Title"
        description="Its address is made from the title; you can change both later."
        required
        maxLength={200}
        data-autofocus
        {...api.form.getInputProps('title')}
      />
    </FormDrawer>
  )
}
