import { NativeSelect } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { changeTier, type RateLimitedAccount } from './queries'
import { tierOptions } from './words'

type Props = { account: RateLimitedAccount; onClose: () => void }

export function ChangeTier({ account, onClose }: Props) {
  const edit = useApiForm({
    initialValues: { tier_override: account.tier_override ?? '' },
    submit: ({ tier_override }) => {
      const given = tierOptions.find(({ value }) => value === tier_override)
      return changeTier(account.id, given?.value ?? null)
    },
    onDone: () => {
      toast.done(`The tier of ${account.name} is changed.`)
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
        description="It holds for the next request of everybody in the account."
        data={[{ value: '', label: 'The default' }, ...tierOptions]}
        {...edit.form.getInputProps('tier_override')}
      />
    </FormDrawer>
  )
}
