import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type ReactNode, useEffect } from 'react'
import { FormProblem } from '../form'
import { RelativeTime } from '../RelativeTime'
import classes from './documents.module.css'
import type { DocumentValues, WorkingDocument } from './editorKind'
import { MarkdownField } from './MarkdownField'
import { PreviewFrame } from './PreviewFrame'
import { type Editing, useDocumentEditor } from './useDocumentEditor'

type Props<D extends WorkingDocument, V extends DocumentValues> = Editing<D, V> & {
  onDirty: (dirty: boolean) => void
  /** The fields besides title, content and address. */
  children: (form: UseFormReturnType<V>) => ReactNode
}

/** Edits the working copy. What is typed is also kept in this browser until the server confirms it. */
export function DocumentEditor<D extends WorkingDocument, V extends DocumentValues>({
  onDirty,
  children,
  ...editing
}: Props<D, V>) {
  const { kind, document } = editing
  const { api, draft, isOutdated, keepMine, discard } = useDocumentEditor(editing)
  const { form } = api
  const dirty = form.isDirty()
  useEffect(() => onDirty(dirty), [dirty, onDirty])

  return (
    <form onSubmit={api.onSubmit} noValidate>
      <Stack gap="md">
        {dirty && isOutdated && (
          <Notice
            title={`This ${kind.noun} was saved meanwhile`}
            action="Discard mine"
            onAction={discard}
            other={{ label: 'Keep mine', act: keepMine }}
          >
            Your text is still here. Keep it to save it over the newer one, which stays in the
            history.
          </Notice>
        )}
        {draft && dirty && !isOutdated && (
          <Notice title="Unsaved changes" action="Discard" onAction={discard}>
            This browser kept changes from <RelativeTime at={draft.at} /> that were not saved.
          </Notice>
        )}
        <FormProblem problem={api.problem} />
        <Group justify="flex-end" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {dirty ? 'Not saved' : <SavedAt at={document.updated_at} />}
          </Text>
          <Button type="submit" variant="default" loading={api.busy} disabled={!dirty}>
            Save
          </Button>
        </Group>
        <TextInput label="Title" required maxLength={200} {...form.getInputProps('title')} />
        <div className={classes.columns}>
          <MarkdownField {...form.getInputProps('content')} />
          <PreviewFrame kind={kind} content={form.getValues().content} />
        </div>
        <TextInput
          label="Address"
          description="Changes when you publish; the old address then leads to the new one."
          leftSection={<Text size="sm">{kind.address}</Text>}
          leftSectionWidth={`${kind.address.length + 1}ch`}
          required
          maxLength={150}
          {...form.getInputProps('slug')}
        />
        {children(form)}
      </Stack>
    </form>
  )
}

function SavedAt({ at }: { at: string }) {
  return (
    <>
      Saved <RelativeTime at={at} />
    </>
  )
}

type NoticeProps = {
  title: string
  action: string
  onAction: () => void
  other?: { label: string; act: () => void }
  children: ReactNode
}

function Notice({ title, action, onAction, other, children }: NoticeProps) {
  return (
    <Alert color="yellow" title={title} role="status">
      <Text>{children}</Text>
      <Group gap="xs" mt="xs">
        {other && (
          <Button size="xs" variant="default" onClick={other.act}>
            {other.label}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onAction}>
          {action}
        </Button>
      </Group>
    </Alert>
  )
}
