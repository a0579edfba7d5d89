import { Checkbox, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm, useNewerValues } from '~/ui/form'
import { toast } from '~/ui/toast'
import { moderationQuery, updateModeration } from './queries'

/** How the account moderates comments. */
export default function ModerationForm({ onClose }: { onClose: () => void }) {
  const { data = { trust_returning: false } } = useQuery(moderationQuery)
  const api = useApiForm({
    initialValues: data,
    submit: updateModeration,
    onDone: () => {
      toast.done('The settings were saved.')
      onClose()
    },
  })
  useNewerValues(api.form, data)
  return (
    <FormDrawer title="Moderation" actionLabel="Save" api={api} onClose={onClose}>
      <Text size="sm">
        Comments of those who moderate or write articles are shown at once. Comments with two links,
        or with the same text twice a day, are spam. All others wait for a moderator.
      </Text>
      <Checkbox
        label="Show comments of returning authors at once"
        description="If a comment of theirs was approved, and none was spam in the last 90 days."
        {...api.form.getInputProps('trust_returning', { type: 'checkbox' })}
      />
    </FormDrawer>
  )
}
