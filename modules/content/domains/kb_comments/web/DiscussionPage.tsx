import { Alert, Anchor, Pagination, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '~/params'
import { formatNoun } from '~/ui/format'
import { LoadError, LoadErrorPage } from '~/ui/LoadError'
import { usePageTitle } from '~/ui/usePageTitle'
import { CommentForm } from './CommentForm'
import { CommentView } from './CommentView'
import classes from './kb_comments.module.css'
import { discussedQuery, threadsQuery } from './queries'

/** The comments on an article, for its readers. */
export function DiscussionPage() {
  const key = useParam('key')
  const { data: article, error, refetch } = useQuery(discussedQuery(key))
  usePageTitle(article ? `Comments on ${article.title}` : 'Comments')
  if (error && !article) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!article) return <Skeleton height={320} maw={640} aria-busy="true" />
  const isOpen = article.status === 'published' && article.comments_enabled
  return (
    <section className={classes.discussion}>
      <div>
        <Title order={1}>{article.title}</Title>
        {article.url && (
          <Anchor size="sm" href={article.url}>
            Read the article
          </Anchor>
        )}
      </div>
      {isOpen ? (
        <CommentForm article={article.id} />
      ) : (
        <Alert>Comments on this article are switched off.</Alert>
      )}
      <Threads article={article.id} isOpen={isOpen} />
    </section>
  )
}

function Threads({ article, isOpen }: { article: string; isOpen: boolean }) {
  const [page, setPage] = useState(1)
  const threads = useQuery(threadsQuery(article, page))
  if (threads.error && !threads.data) {
    return <LoadError error={threads.error} retry={() => void threads.refetch()} />
  }
  if (!threads.data) return <Skeleton height={160} aria-busy="true" />
  const { data, meta } = threads.data
  if (meta.total_count === 0) return <Text c="dimmed">Nobody has commented yet.</Text>
  return (
    <>
      <Title order={2}>Comments</Title>
      <ul className={classes.threads}>
        {data.map((thread) => (
          <li key={thread.id}>
            <CommentView comment={thread} article={article} isOpen={isOpen} />
            {thread.replies.length > 0 && (
              <ul className={classes.replies}>
                {thread.replies.map((reply) => (
                  <li key={reply.id}>
                    <CommentView comment={reply} article={article} isOpen={false} />
                  </li>
                ))}
              </ul>
            )}
            {thread.replies_count > thread.replies.length && (
              <Text size="sm" c="dimmed" mt="xs">
                {formatNoun(
                  thread.replies_count - thread.replies.length,
                  'more reply',
                  'more replies',
                )}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {meta.total_pages > 1 && (
        <Pagination value={page} onChange={setPage} total={meta.total_pages} />
      )}
    </>
  )
}
