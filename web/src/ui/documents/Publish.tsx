import { Alert, SegmentedControl, Text, TextInput } from '@mantine/core'
import { FormDrawer } from '../FormDrawer'
import { useApiForm } from '../form'
import { toast } from '../toast'
import type { EditorKind, WorkingDocument } from './editorKind'

type Props<D extends WorkingDocument> = {
  kind: EditorKind<D>
  document: D
  unsaved: boolean
  onClose: () => void
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Publishes the saved version, now or later. */
export default function Publish<D extends WorkingDocument>(props: Props<D>) {
  const { kind, document, unsaved, onClose } = props
  const isPublic = document.status === 'published'
  const api = useApiForm({
    initialValues: {
      when: 'now',
      scheduled_for: localTime(document.scheduled_for),
      unpublish_at: localTime(document.unpublish_at),
    },
    validate: {
      scheduled_for: (time, { when }) => (when === 'later' && !time ? 'Enter a time.' : null),
    },
    submit: async ({ when, scheduled_for, unpublish_at }) => {
      const end = unpublish_at ? { unpublish_at: utcTime(unpublish_at) } : {}
      if (when === 'later') {
        return kind.schedule(document, { scheduled_for: utcTime(scheduled_for), ...end })
      }
      const published = await kind.publish(document)
      return unpublish_at ? kind.schedule(published, end) : published
    },
    onDone: ({ scheduled_for }) => {
      toast.done(`The ${kind.noun} is ${scheduled_for ? 'scheduled' : 'public'}.`)
      onClose()
    },
  })
  const { form } = api
  const later = form.getValues().when === 'later'
  return (
    <FormDrawer
      title={isPublic ? 'Publish changes' : `Publish ${kind.noun}`}
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
        Visitors will see version {document.version} at{' '}
        <strong>
          {kind.address}
          {document.slug}
        </strong>
        , and later changes only when you publish again.
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
