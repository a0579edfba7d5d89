import { Menu } from '@mantine/core'
import { toast } from '~/ui/toast'
import { type ModeratedComment, type ModerationVerb, moderate } from './queries'

type Status = ModeratedComment['status']

const verbs: { verb: ModerationVerb; label: string; to: Status; done: string }[] = [
  { verb: 'approve', label: 'Approve', to: 'approved', done: 'Readers see the comment now.' },
  { verb: 'reject', label: 'Reject', to: 'rejected', done: 'The comment was rejected.' },
  { verb: 'spam', label: 'Mark as spam', to: 'spam', done: 'The comment was marked as spam.' },
]

type Props = { comment: ModeratedComment; onDelete: () => void }

/** What a moderator can do with a comment. */
export function CommentMenu({ comment: { id, status }, onDelete }: Props) {
  return (
    <>
      {verbs
        .filter(({ to }) => to !== status)
        .map(({ verb, label, done }) => (
          <Menu.Item
            key={verb}
            onClick={() => void moderate(id, verb).then(() => toast.done(done), toast.failed)}
          >
            {label}
          </Menu.Item>
        ))}
      <Menu.Item color="red" onClick={onDelete}>
        Delete
      </Menu.Item>
    </>
  )
}
