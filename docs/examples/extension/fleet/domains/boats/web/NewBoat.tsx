import { TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { createBoat } from './queries'

export default function NewBoat({ onClose }: { onClose: () => void }) {
  const api = useApiForm({
    initialValues: { name: '' },
    validate: { name: isNotEmpty('Enter a name') },
    submit: createBoat,
    onDone: ({ name }) => {
      toast.done(`${name} was added.`)
      onClose()
    },
  })
  return (
    <FormDrawer title="Add boat" actionLabel="Add boat" api={api} onClose={onClose}>
      <TextInput label="Name" required data-autofocus {...api.form.getInputProps('name')} />
    </FormDrawer>
  )
}
