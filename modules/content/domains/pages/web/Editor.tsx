import { Alert, Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { isFailure } from '~/api'
import { queryClient, useMe } from '~/session'
import { FormProblem, useApiForm } from '~/ui/form'
import { RelativeTime } from '~/ui/RelativeTime'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { dropLocalDraft, keepLocalDraft, readLocalDraft } from './localDraft'
import { MarkdownField } from './MarkdownField'
import { PreviewFrame } from './PreviewFrame'
import classes from './pages.module.css'
import { type PageDetail, type PageValues, pageQuery, savePage } from './queries'

type Props = {
  page: PageDetail
  onDirty: (dirty: boolean) => void
  /** Gets what saves the page, for a button outside of the editor. */
  saving: RefObject<(() => void) | null>
}

/** Edits the working copy. What is typed is also kept in this browser until the server confirms it. */
export function Editor({ page, onDirty, saving }: Props) {
  const me = useMe().id
  const [draft] = useState(() => readLocalDraft(me, page.id))
  /** The save that the text is based on. */
  const [base, setBase] = useState(draft?.lock_version ?? page.lock_version)
  const sent = useRef<PageValues>(valuesOf(page))
  const seen = useRef(page.lock_version)
  const api = useApiForm<PageValues, PageDetail>({
    initialValues: valuesOf(page),
    validate: {
      title: isNotEmpty('Enter a title.'),
      content: isNotEmpty('Write something.'),
      slug: isNotEmpty('Enter an address.'),
    },
    submit: (values) => {
      sent.current = values
      return savePage(page, values, base).catch((error: unknown) => {
        // The notice of the newer save appears when the page is read again.
        if (isFailure(error) && error.code === 'conflict')
          void queryClient.invalidateQueries({ queryKey: pageQuery(page.id).queryKey })
        throw error
      })
    },
    onDone: confirm,
  })
  const { form } = api
  const values = form.getValues()
  const dirty = form.isDirty()

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editor opens
  useEffect(() => {
    if (draft) form.setValues(draft.values)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: when somebody saved
  useEffect(() => {
    if (seen.current === page.lock_version) return
    seen.current = page.lock_version
    if (!dirty) start(page)
  }, [page.lock_version])
  useEffect(() => onDirty(dirty), [dirty, onDirty])
  useImperativeHandle(saving, () => () => api.onSubmit())
  useEffect(() => {
    if (!dirty) return
    const keep = () =>
      keepLocalDraft(me, page.id, { values, lock_version: base, at: new Date().toISOString() })
    const timer = setTimeout(keep, 300)
    return () => clearTimeout(timer)
  }, [dirty, values, base, me, page.id])
  useLeaveGuard(dirty && !api.busy)
  useHotkeys([['mod+S', () => api.onSubmit()]], [])

  /** Keeps what was typed while the save was under way. */
  function confirm(saved: PageDetail) {
    const known = valuesOf(saved)
    const now = form.getValues()
    const typed = Object.entries(now).filter(
      ([field, value]) => value !== sent.current[field as keyof PageValues],
    )
    form.setInitialValues(known)
    form.resetDirty(known)
    form.setValues({ ...known, ...Object.fromEntries(typed) })
    setBase(saved.lock_version)
    dropLocalDraft(me, page.id)
  }

  /** Edits a page as it is saved. */
  function start(saved: PageDetail) {
    form.setInitialValues(valuesOf(saved))
    form.resetDirty(valuesOf(saved))
    form.setValues(valuesOf(saved))
    setBase(saved.lock_version)
    dropLocalDraft(me, page.id)
  }

  return (
    <form onSubmit={api.onSubmit} noValidate>
      <Stack gap="md">
        {dirty && page.lock_version !== base && (
          <Notice
            title="This page was saved meanwhile"
            action="Discard mine"
            onAction={() => start(page)}
            other={{ label: 'Keep mine', act: () => setBase(page.lock_version) }}
          >
            Your text is still here. Keep it to save it over the newer one, which stays in the
            history.
          </Notice>
        )}
        {draft && dirty && page.lock_version === base && (
          <Notice title="Unsaved changes" action="Discard" onAction={() => start(page)}>
            This browser kept changes from <RelativeTime at={draft.at} /> that were not saved.
          </Notice>
        )}
        <FormProblem problem={api.problem} />
        <Group justify="flex-end" gap="sm">
          <Text size="sm" c="dimmed" role="status">
            {dirty ? 'Not saved' : <SavedAt page={page} />}
          </Text>
          <Button type="submit" variant="default" loading={api.busy} disabled={!dirty}>
            Save
          </Button>
        </Group>
        <TextInput label="Title" required maxLength={200} {...form.getInputProps('title')} />
        <div className={classes.columns}>
          <MarkdownField {...form.getInputProps('content')} />
          <PreviewFrame content={values.content} />
        </div>
        <TextInput
          label="Address"
          description="Changes when you publish; the old address then leads to the new one."
          leftSection={<Text size="sm">/p/</Text>}
          required
          maxLength={150}
          {...form.getInputProps('slug')}
        />
        <Textarea
          label="Description"
          description="Optional. Shown by search engines and where the page is shared."
          maxLength={300}
          autosize
          {...form.getInputProps('meta_description')}
        />
        <TextInput
          label="Keywords"
          description="Optional. Separated by commas."
          maxLength={500}
          {...form.getInputProps('meta_keywords')}
        />
        <Checkbox
          label="Search engines may list this page"
          {...form.getInputProps('is_indexed', { type: 'checkbox' })}
        />
      </Stack>
    </form>
  )
}

function SavedAt({ page }: { page: PageDetail }) {
  return (
    <>
      Saved <RelativeTime at={page.updated_at} />
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

const valuesOf = (page: PageDetail): PageValues => ({
  title: page.title,
  content: page.content,
  slug: page.slug,
  is_indexed: page.is_indexed,
  meta_description: page.meta_description ?? '',
  meta_keywords: page.meta_keywords ?? '',
})
