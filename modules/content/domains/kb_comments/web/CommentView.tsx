import { Anchor, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { CommentForm } from './CommentForm'
import classes from './kb_comments.module.css'
import { type CommentThread, deleteComment } from './queries'

type Props = {
  comment: Omit<CommentThread, 'replies' | 'replies_count'>
  article: string
  /** Replies can be written. */
  isOpen: boolean
}

/** One comment with what the reader can do with it. */
export function CommentView({ comment, article, isOpen }: Props) {
  const { id, author, status, content, created_at } = comment
  const me = useMe()
  const isMine = author?.id === me.id && me.impersonator === null
  const [open, setOpen] = useState<'reply' | 'edit' | 'delete' | null>(null)
  const close = () => setOpen(null)
  return (
    <article aria-label={`Comment of ${author?.name ?? 'a deleted user'}`}>
      <Group gap="xs">
        <Text fw={500}>{author?.name ?? 'Deleted user'}</Text>
        <Text size="sm" c="dimmed">
          <RelativeTime at={created_at} />
        </Text>
        {status !== 'approved' && <StatusPill state={status} />}
      </Group>
      {open === 'edit' ? (
        <CommentForm article={article} changed={{ id, content }} onDone={close} />
      ) : (
        <div
          className={classes.text}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server has sanitised it
          dangerouslySetInnerHTML={{ __html: comment.rendered_content }}
        />
      )}
      {open === null && (
        <Group gap="sm">
          {isOpen && status === 'approved' && me.impersonator === null && (
            <Action label="Reply" onClick={() => setOpen('reply')} />
          )}
          {isMine && (
            <>
              <Action label="Edit" onClick={() => setOpen('edit')} />
              <Action label="Delete" onClick={() => setOpen('delete')} />
            </>
          )}
        </Group>
      )}
      {open === 'reply' && <CommentForm article={article} parentId={id} onDone={close} />}
      {open === 'delete' && (
        <ConfirmDanger
          title="Delete your comment?"
          actionLabel="Delete comment"
          onConfirm={() => deleteComment(id)}
          onDone={() => toast.done('Your comment was deleted.')}
          onClose={close}
        >
          Replies to it are deleted too. This cannot be undone.
        </ConfirmDanger>
      )}
    </article>
  )
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Anchor component="button" type="button" size="sm" onClick={onClick}>
      {label}
    </Anchor>
  )
}
