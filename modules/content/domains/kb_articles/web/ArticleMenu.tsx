import { Menu } from '@mantine/core'
import {
  IconArchive,
  IconCalendarOff,
  IconEyeCheck,
  IconEyeOff,
  IconLink,
  IconMessages,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCan, useCanUnlessImpersonating } from '~/session'
import type { DocumentDialog } from '~/ui/documents/DocumentDetail'
import { toast } from '~/ui/toast'
import {
  type ArticleDetail,
  type ArticleStatus,
  setArticleStatus,
  unscheduleArticle,
} from './queries'

type Props = { article: ArticleDetail; onChoose: (dialog: DocumentDialog) => void }

/** The moves of an article besides publishing, from each status. */
const moves: Record<ArticleStatus, { to: ArticleStatus; label: string; done: string }[]> = {
  draft: [
    { to: 'review', label: 'Send to review', done: 'The article waits for review.' },
    { to: 'archived', label: 'Archive', done: 'The article is archived.' },
  ],
  review: [
    { to: 'draft', label: 'Return to draft', done: 'The article is a draft again.' },
    { to: 'archived', label: 'Archive', done: 'The article is archived.' },
  ],
  published: [
    { to: 'draft', label: 'Unpublish', done: 'The article is a draft again.' },
    {
      to: 'archived',
      label: 'Archive',
      done: 'The article is archived; visitors no longer see it.',
    },
  ],
  archived: [{ to: 'draft', label: 'Restore as draft', done: 'The article is a draft again.' }],
}
const icons = {
  review: IconEyeCheck,
  draft: IconPencil,
  archived: IconArchive,
  published: IconEyeOff,
}

/** Actions of an article besides editing and publishing. */
export function ArticleMenu({ article, onChoose }: Props) {
  const navigate = useNavigate()
  const can = {
    update: useCanUnlessImpersonating('kb_articles.update'),
    publish: useCanUnlessImpersonating('kb_articles.publish'),
    delete: useCanUnlessImpersonating('kb_articles.delete'),
    moderate: useCan('kb_comments.moderate'),
  }
  const { id, status } = article
  const isScheduled = article.scheduled_for !== null || article.unpublish_at !== null
  const mayMove = can.update && (status !== 'published' || can.publish)
  const run = (act: Promise<unknown>, done: string) =>
    void act.then(() => toast.done(done), toast.failed)
  return (
    <>
      {can.update && (
        <Menu.Item leftSection={<IconLink size={15} />} onClick={() => onChoose('share')}>
          Share preview
        </Menu.Item>
      )}
      {can.moderate && (
        <Menu.Item
          leftSection={<IconMessages size={15} />}
          onClick={() => void navigate({ to: '/kb_comments', search: { article_id: id } })}
        >
          Comments
        </Menu.Item>
      )}
      {can.publish && isScheduled && (
        <Menu.Item
          leftSection={<IconCalendarOff size={15} />}
          onClick={() => run(unscheduleArticle(id), 'The schedule was ended.')}
        >
          End schedule
        </Menu.Item>
      )}
      {mayMove &&
        moves[status].map(({ to, label, done }) => {
          const Icon = to === 'draft' && status === 'published' ? IconEyeOff : icons[to]
          return (
            <Menu.Item
              key={to}
              leftSection={<Icon size={15} />}
              onClick={() => run(setArticleStatus(id, to), done)}
            >
              {label}
            </Menu.Item>
          )
        })}
      {can.delete && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => onChoose('delete')}
        >
          Delete
        </Menu.Item>
      )}
    </>
  )
}
