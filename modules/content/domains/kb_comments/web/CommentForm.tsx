import { Button, Group, Stack, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useMe } from '~/session'
import { FormProblem, useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { changeComment, writeComment } from './queries'

type Props = {
  article: string
  /** The comment that is answered. */
  parentId?: string
  /** The comment that is changed, with its text. */
  changed?: { id: string; content: string }
  onDone?: () => void
}

/** Writes a comment or a reply, or changes one. */
export function CommentForm({ article, parentId, changed, onDone }: Props) {
  const impersonating = useMe().impersonator !== null
  const api = useApiForm({
    initialValues: { content: changed?.content ?? '' },
    validate: { content: isNotEmpty('Write something.') },
    submit: ({ content }) =>
      changed
        ? changeComment(changed.id, content)
        : writeComment(article, { content, parent_id: parentId ?? null }),
    onDone: ({ status }) => {
      toast.done(
        status === 'approved' ? 'Your comment is shown.' : 'Your comment waits for a moderator.',
      )
      api.form.reset()
      onDone?.()
    },
  })
  useLeaveGuard(api.form.isDirty() && !api.busy)
  if (impersonating) return null
  const label = changed ? 'Comment' : parentId ? 'Reply' : 'Your comment'
  return (
    <form onSubmit={api.onSubmit} noValidate>
      <Stack gap="xs">
        <FormProblem problem={api.problem} />
        <Textarea
          label={label}
          description="Text, links, and code in backquotes. Your name is shown with it."
          required
          autosize
          minRows={3}
          maxLength={2000}
          {...api.form.getInputProps('content')}
        />
        <Group justify="flex-end" gap="xs">
          {onDone && (
            <Button variant="default" onClick={onDone}>
              Cancel
            </Button>
          )}
          <Button type="submit" loading={api.busy}>
            {changed ? 'Save' : parentId ? 'Reply' : 'Comment'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
