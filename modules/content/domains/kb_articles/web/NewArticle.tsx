import { Select, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { categoryChoicesQuery, createArticle } from './queries'

type Props = { onClose: () => void; onCreated: (id: string) => void }

/** Asks for a title and a category; the rest is written in the editor. */
export default function NewArticle({ onClose, onCreated }: Props) {
  const { data: categories } = useQuery(categoryChoicesQuery)
  const isFirst = categories?.length === 0
  const api = useApiForm({
    initialValues: { title: '', category_id: '', category_name: '' },
    validate: {
      title: isNotEmpty('Enter a title.'),
      category_id: (id) => (isFirst || id ? null : 'Choose a category.'),
      category_name: (name) => (isFirst && !name.trim() ? 'Enter a name.' : null),
    },
    submit: (values) => createArticle({ ...values, content: `# ${values.title.trim()}\n` }),
    onDone: ({ id }) => onCreated(id),
  })
  return (
    <FormDrawer title="Write article" actionLabel="Continue" api={api} onClose={onClose}>
      <TextInput
        label="Title"
        description="Its address is made from the title; you can change both later."
        required
        maxLength={255}
        data-autofocus
        {...api.form.getInputProps('title')}
      />
      {isFirst ? (
        <TextInput
          label="First category"
          description="Every article is in a category, such as “Getting started”."
          required
          maxLength={255}
          {...api.form.getInputProps('category_name')}
        />
      ) : (
        <Select
          label="Category"
          required
          searchable
          data={categories ?? []}
          {...api.form.getInputProps('category_id')}
        />
      )}
    </FormDrawer>
  )
}
