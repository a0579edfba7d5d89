import { Button, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { FormProblem, useApiForm } from '../form'
import { SecretValue } from '../SecretValue'
import type { EditorKind, WorkingDocument } from './editorKind'

const spans = [
  { value: '1', label: 'One day' },
  { value: '7', label: 'Seven days' },
]

type Props<D extends WorkingDocument> = { kind: EditorKind<D>; id: string; onClose: () => void }

/** Makes a link to the saved version, for readers without an account. */
export default function SharePreview<D extends WorkingDocument>({ kind, id, onClose }: Props<D>) {
  const [url, setUrl] = useState<string | null>(null)
  const api = useApiForm({
    initialValues: { days: '7' },
    submit: ({ days }) => kind.sharePreview(id, Number(days)),
    onDone: (link) => setUrl(link.url),
  })
  if (url) {
    return <SecretValue title="Preview link" label="Link" value={url} onDone={onClose} />
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Share preview"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={api.onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={api.problem} />
          <Text>Anyone who has the link sees the saved version, without signing in.</Text>
          <NativeSelect label="Expires after" data={spans} {...api.form.getInputProps('days')} />
          <Button type="submit" loading={api.busy}>
            Make link
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
