import { Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { parentsFor } from './moves'
import { type CategoryNode, saveCategory } from './queries'

type Props = {
  /** Null for a new one. */
  category: CategoryNode | null
  nodes: CategoryNode[]
  parentId: string
  onClose: () => void
}

export default function CategoryForm({ category, nodes, parentId, onClose }: Props) {
  const parents = parentsFor(nodes, category?.id ?? null)
  const api = useApiForm({
    initialValues: {
      name: category?.name ?? '',
      description: category?.description ?? '',
      parent_id: parentId,
      slug: category?.slug ?? '',
      is_public: category?.is_public ?? true,
    },
    validate: { name: isNotEmpty('Enter a name.') },
    submit: (values) => saveCategory(category?.id ?? null, values),
    onDone: ({ name }) => {
      toast.done(category ? `${name} was saved.` : `${name} was created.`)
      onClose()
    },
  })
  const { form } = api
  return (
    <FormDrawer
      title={category ? 'Edit category' : 'Create category'}
      actionLabel={category ? 'Save' : 'Create category'}
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
      <Textarea
        label="Description"
        description="Optional. Shown above its articles."
        maxLength={1000}
        autosize
        {...form.getInputProps('description')}
      />
      <Select
        label="Below"
        description="There are at most five levels."
        placeholder="None, it is at the top"
        clearable
        searchable
        data={parents.map(({ id, name, depth }) => ({
          value: id,
          label: `${'\u2003'.repeat(depth - 1)}${name}`,
        }))}
        {...form.getInputProps('parent_id')}
      />
      <TextInput
        label="Address"
        description={
          category
            ? 'The old address no longer works if you change it.'
            : 'Optional. By default made from the name.'
        }
        leftSection={<Text size="sm">/kb/c/</Text>}
        leftSectionWidth={56}
        maxLength={150}
        {...form.getInputProps('slug')}
      />
      <Checkbox
        label="Visitors may see it"
        description="Without it, visitors see neither the category nor anything in it."
        {...form.getInputProps('is_public', { type: 'checkbox' })}
      />
    </FormDrawer>
  )
}
