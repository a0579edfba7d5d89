import { NumberInput, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { EventPicker } from './EventPicker'
import { NewSecret } from './NewSecret'
import { changeWebhook, createWebhook, type Webhook, type WebhookValues } from './queries'
import classes from './webhooks.module.css'

const WIDTH = 560

const validate = {
  url: (url: string) =>
    URL.canParse(url) ? null : 'Enter a full URL, such as https://example.com.',
  event_types: (types: WebhookValues['event_types']) =>
    types?.length === 0 ? 'Select at least one event, or all events.' : null,
}

type NewProps = { onCreated: (id: string) => void; onClose: () => void }

/** Creates a webhook, then shows its secret, which only this response contains. */
export function NewWebhook({ onCreated, onClose }: NewProps) {
  const [created, setCreated] = useState<Awaited<ReturnType<typeof createWebhook>> | null>(null)
  const api = useApiForm({
    initialValues: {
      url: '',
      description: '',
      event_types: [] as WebhookValues['event_types'],
      timeout_seconds: 30,
      retry_limit: 9,
    },
    validate,
    submit: createWebhook,
    onDone: setCreated,
  })
  if (created) {
    return (
      <NewSecret
        title="Webhook added"
        secret={created.secret}
        onSaved={() => onCreated(created.id)}
      />
    )
  }
  return (
    <FormDrawer
      title="Add webhook"
      actionLabel="Add webhook"
      size={WIDTH}
      api={api}
      onClose={onClose}
    >
      <Fields api={api} />
    </FormDrawer>
  )
}

export function EditWebhook({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { url, description, event_types, timeout_seconds, retry_limit } = webhook
  const api = useApiForm({
    initialValues: {
      url,
      description: description ?? '',
      event_types: event_types.length > 0 ? event_types : null,
      timeout_seconds,
      retry_limit,
    },
    validate,
    submit: (values) => changeWebhook(webhook, values),
    onDone: () => {
      toast.done('The webhook was saved.')
      onClose()
    },
  })
  return (
    <FormDrawer
      title="Edit webhook"
      actionLabel="Save changes"
      size={WIDTH}
      api={api}
      onClose={onClose}
    >
      <Fields api={api} />
    </FormDrawer>
  )
}

function Fields({ api: { form } }: { api: ApiForm<WebhookValues> }) {
  const { event_types } = form.getValues()
  const { timeout_seconds, retry_limit } = form.errors
  const [advanced, setAdvanced] = useState(false)
  const shown = advanced || timeout_seconds || retry_limit
  return (
    <>
      <TextInput
        label="URL"
        description="An HTTPS endpoint reachable from the internet."
        type="url"
        required
        data-autofocus
        placeholder="https://example.com/hooks"
        {...form.getInputProps('url')}
      />
      <TextInput
        label="Description"
        description="Optional. What it is for."
        maxLength={500}
        {...form.getInputProps('description')}
      />
      <EventPicker
        value={event_types}
        onChange={(types) => form.setFieldValue('event_types', types)}
        error={form.errors.event_types}
      />
      <UnstyledButton
        className={classes.advanced}
        aria-expanded={Boolean(shown)}
        onClick={() => setAdvanced(!shown)}
      >
        <IconChevronRight size={14} aria-hidden /> Advanced
      </UnstyledButton>
      {shown && (
        <>
          <NumberInput
            label="Timeout"
            description="Seconds to wait for a response, up to 300."
            min={1}
            max={300}
            allowDecimal={false}
            {...form.getInputProps('timeout_seconds')}
          />
          <NumberInput
            label="Retries"
            description="Extra attempts after a failure, 0 to 10. Nine retries take about three days."
            min={0}
            max={10}
            allowDecimal={false}
            {...form.getInputProps('retry_limit')}
          />
        </>
      )}
    </>
  )
}
