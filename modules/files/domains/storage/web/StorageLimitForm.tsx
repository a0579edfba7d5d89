import { NumberInput } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { type AccountStorage, GIGABYTE, limitAccountStorage } from './queries'

type Props = { account: AccountStorage; onClose: () => void }

/** A form for the space that an account may use. */
export default function StorageLimitForm({ account, onClose }: Props) {
  const { id, name, limit_bytes } = account
  const edit = useApiForm<{ limit_bytes: number | '' }, void>({
    initialValues: { limit_bytes: limit_bytes === null ? '' : limit_bytes / GIGABYTE },
    submit: (values) => limitAccountStorage(id, values.limit_bytes),
    onDone: () => {
      toast.done(`The limit of ${name} was changed.`)
      onClose()
    },
  })
  return (
    <FormDrawer title={`Limit of ${name}`} actionLabel="Save changes" api={edit} onClose={onClose}>
      <NumberInput
        label="Limit"
        description="In GB, over all its storages but those with a bucket of its own. Empty: the limit of the server settings. What is stored stays, even if it is more."
        min={0}
        thousandSeparator=","
        hideControls
        data-autofocus
        {...edit.form.getInputProps('limit_bytes')}
      />
    </FormDrawer>
  )
}
