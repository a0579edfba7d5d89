import { Alert, SegmentedControl, Text, TextInput } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { type PageDetail, publishPage, schedulePage } from './queries'

type Props = { page: PageDetail; unsaved: boolean; onClose: () => void }

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Publishes the saved version, now or later. */
export default function Publish({ page, unsaved, onClose }: Props) {
  const isPublic = page.status === 'published'
  const api = useApiForm({
    initialValues: {
      when: 'now',
      scheduled_for: localTime(page.scheduled_for),
      unpublish_at: localTime(page.unpublish_at),
    },
    validate: {
      scheduled_for: (time, { when }) => (when === 'later' && !time ? 'Enter a time.' : null),
    },
    submit: async ({ when, scheduled_for, unpublish_at }) => {
      const end = unpublish_at ? { unpublish_at: utcTime(unpublish_at) } : {}
      if (when === 'later') {
        return schedulePage(page, { scheduled_for: utcTime(scheduled_for), ...end })
      }
      const published = await publishPage(page)
      return unpublish_at ? schedulePage(published, end) : published
    },
    onDone: ({ scheduled_for }) => {
      toast.done(scheduled_for ? 'The page is scheduled.' : 'The page is public.')
      onClose()
    },
  })
  const { form } = api
  const later = form.getValues().when === 'later'
  return (
    <FormDrawer
      title={isPublic ? 'Publish changes' : 'Publish page'}
      actionLabel={later ? 'Schedule' : 'Publish'}
      api={api}
      onClose={onClose}
    >
      {unsaved && (
        <Alert color="yellow" role="status">
          Your latest changes are not saved yet, so they are not included.
        </Alert>
      )}
      <Text>
        Visitors will see version {page.version} at <strong>/p/{page.slug}</strong>, and later
        changes only when you publish again.
      </Text>
      <SegmentedControl
        aria-label="When to publish"
        data={[
          { value: 'now', label: 'Now' },
          { value: 'later', label: 'Later' },
        ]}
        {...form.getInputProps('when')}
      />
      {later && (
        <TextInput
          label="Publish at"
          description={`In your time zone, ${zone}. Exactly this version is published.`}
          type="datetime-local"
          required
          {...form.getInputProps('scheduled_for')}
        />
      )}
      <TextInput
        label="Unpublish at"
        description={`Optional. In your time zone, ${zone}.`}
        type="datetime-local"
        {...form.getInputProps('unpublish_at')}
      />
    </FormDrawer>
  )
}

const utcTime = (local: string) => new Date(local).toISOString()

function localTime(at: string | null) {
  if (!at) return ''
  const date = new Date(at)
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
