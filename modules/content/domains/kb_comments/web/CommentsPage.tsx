import { Anchor, Button, Text } from '@mantine/core'
import { IconMessages, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatCount } from '~/ui/format'
import { KnowledgeBaseTabs } from '~/ui/KnowledgeBaseTabs'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, textFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { CommentMenu } from './CommentMenu'
import classes from './kb_comments.module.css'
import { useLiveComments } from './live'
import {
  deleteComment,
  type ModeratedComment,
  type ModerationVerb,
  moderate,
  moderatedQuery,
} from './queries'

const ModerationForm = lazy(() => import('./ModerationForm'))

const columns: Column<ModeratedComment>[] = [
  {
    key: 'content',
    label: 'Comment',
    cell: ({ content, is_reply }) => (
      <Text component="span" size="sm" lineClamp={3} className={classes.content}>
        {is_reply && (
          <Text component="span" c="dimmed">
            Reply:{' '}
          </Text>
        )}
        {content}
      </Text>
    ),
  },
  {
    key: 'status',
    label: 'Status',
    cell: ({ status, reason }) => (
      <span title={reason ?? undefined}>
        <StatusPill state={status} />
      </span>
    ),
  },
  {
    key: 'author',
    label: 'Author',
    fact: 'value',
    cell: ({ author, author_email }) => (
      <span className={classes.author}>
        {author?.name ?? 'Deleted user'}
        {author_email && (
          <Text component="span" size="xs" c="dimmed">
            {author_email}
          </Text>
        )}
      </span>
    ),
  },
  {
    key: 'article',
    label: 'Article',
    fact: 'value',
    cell: ({ article: { id, title } }) => (
      <Anchor
        inherit
        renderRoot={(props) => <Link to="/kb_articles/$id" params={{ id }} {...props} />}
      >
        {title}
      </Anchor>
    ),
  },
  { key: 'reason', label: 'Reason', optional: true, cell: ({ reason }) => reason ?? '–' },
  {
    key: 'moderated_by',
    label: 'Moderated by',
    optional: true,
    cell: ({ moderated_by }) => moderated_by?.name ?? '–',
  },
  {
    key: 'created_at',
    label: 'Written',
    sort: 'created_at',
    fact: 'value',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const sorting = { by: ['created_at'], first: '-created_at' } as const

/** Comments on the articles of the account, to moderate. */
export function CommentsPage() {
  const url: Record<string, string | undefined> = useSearch({ strict: false })
  const [shownArticle, setShownArticle] = useState<string>()
  const state = useListState(
    {
      status: choiceFilter('Status', stateOptions('pending', 'approved', 'rejected', 'spam')),
      // Only links set it, as nobody knows the id of an article.
      ...(url.article_id && { article_id: textFilter('Article', shownArticle) }),
    },
    sorting,
  )
  const comments = useQuery(moderatedQuery(state.query))
  useLiveComments()
  const mayModerate = useCanUnlessImpersonating('kb_comments.moderate')
  const [deleting, setDeleting] = useState<ModeratedComment | null>(null)
  const [settings, setSettings] = useState(false)
  const title = comments.isPlaceholderData ? undefined : comments.data?.data[0]?.article.title
  if (state.activeFilters.article_id && title && title !== shownArticle) setShownArticle(title)
  return (
    <>
      <ListPage
        title="Comments"
        plural="comments"
        state={state}
        query={comments}
        columns={columns}
        nameOf={({ author, article }) =>
          `comment of ${author?.name ?? 'a deleted user'} on ${article.title}`
        }
        primary={
          mayModerate && (
            <Button
              variant="default"
              leftSection={<IconSettings size={15} />}
              onClick={() => setSettings(true)}
            >
              Moderation
            </Button>
          )
        }
        summary={<Waiting pending={comments.data?.meta.stats.pending} />}
        figures={<KnowledgeBaseTabs />}
        {...(mayModerate && {
          menu: (comment: ModeratedComment) => (
            <CommentMenu comment={comment} onDelete={() => setDeleting(comment)} />
          ),
          bulk: (rows: ModeratedComment[], done: () => void) => (
            <>
              <Verb verb="approve" label="Approve" done="approved" rows={rows} onDone={done} />
              <Verb verb="reject" label="Reject" done="rejected" rows={rows} onDone={done} />
              <Verb
                verb="spam"
                label="Mark as spam"
                done="marked as spam"
                rows={rows}
                onDone={done}
              />
            </>
          ),
        })}
        empty={{
          icon: <IconMessages size={28} />,
          sentence: 'Readers who are signed in can comment on published articles. Nobody has yet.',
        }}
      />
      <Suspense>{settings && <ModerationForm onClose={() => setSettings(false)} />}</Suspense>
      {deleting && (
        <ConfirmDanger
          title="Delete this comment?"
          actionLabel="Delete comment"
          onConfirm={() => deleteComment(deleting.id)}
          onDone={() => {
            toast.done('The comment was deleted.')
            setDeleting(null)
          }}
          onClose={() => setDeleting(null)}
        >
          Replies to it are deleted too. This cannot be undone.
        </ConfirmDanger>
      )}
    </>
  )
}

function Waiting({ pending }: { pending: number | undefined }) {
  if (!pending) return null
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/kb_comments" search={{ status: 'pending' }} {...props} />}
    >
      {pending === 1 ? '1 comment waits' : `${formatCount(pending)} comments wait`} for you
    </Anchor>
  )
}

type VerbProps = {
  verb: ModerationVerb
  label: string
  done: string
  rows: ModeratedComment[]
  onDone: () => void
}

function Verb({ verb, label, done, rows, onDone }: VerbProps) {
  return (
    <BulkAction
      label={label}
      rows={rows}
      done={done}
      run={({ id }) => moderate(id, verb)}
      onDone={onDone}
    />
  )
}
