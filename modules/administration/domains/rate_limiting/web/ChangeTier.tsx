import { NativeSelect } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { changeTier, type RateLimitedAccount } from './queries'
import { tierOptions } from './words'

type Props = { account: RateLimitedAccount; onClose: () => void }

export default function ChangeTier({ account, onClose }: Props) {
  const edit = useApiForm({
    initialValues: { tier_override: account.tier_override ?? '' },
    submit: ({ tier_override }) => {
      const override = tierOptions.find(({ value }) => value === tier_override)
      return changeTier(account.id, override?.value ?? null)
    },
    onDone: () => {
      toast.done(`Tier of ${account.name} was changed.`)
      onClose()
    },
  })
  return (
    <FormDrawer
      title={`Tier of ${account.name}`}
      actionLabel="Save changes"
      api={edit}
      onClose={onClose}
    >
      <NativeSelect
        label="Tier"
        description="Applies from the next request of the account’s users and keys."
        data={[{ value: '', label: 'Default' }, ...tierOptions]}
        {...edit.form.getInputProps('tier_override')}
      />
    </FormDrawer>
  )
}
