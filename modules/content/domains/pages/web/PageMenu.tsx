import { Menu } from '@mantine/core'
import { IconCalendarOff, IconCopy, IconEyeOff, IconLink, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCanUnlessImpersonating } from '~/session'
import type { DocumentDialog } from '~/ui/documents/DocumentDetail'
import { toast } from '~/ui/toast'
import { duplicatePage, type PageDetail, unpublishPage, unschedulePage } from './queries'

type Props = { page: PageDetail; onChoose: (dialog: DocumentDialog) => void }

/** Actions of a page besides editing and publishing. */
export function PageMenu({ page, onChoose }: Props) {
  const navigate = useNavigate()
  const can = {
    create: useCanUnlessImpersonating('pages.create'),
    update: useCanUnlessImpersonating('pages.update'),
    publish: useCanUnlessImpersonating('pages.publish'),
    delete: useCanUnlessImpersonating('pages.delete'),
  }
  const isScheduled = page.scheduled_for !== null || page.unpublish_at !== null
  const run = (act: Promise<unknown>, done: string) =>
    void act.then(() => toast.done(done), toast.failed)
  const duplicate = () =>
    void duplicatePage(page.id).then(({ id, title }) => {
      toast.done(`${title} was created.`)
      void navigate({ to: '/pages/$id', params: { id } })
    }, toast.failed)
  return (
    <>
      {can.update && (
        <Menu.Item leftSection={<IconLink size={15} />} onClick={() => onChoose('share')}>
          Share preview
        </Menu.Item>
      )}
      {can.create && (
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={duplicate}>
          Duplicate
        </Menu.Item>
      )}
      {can.publish && isScheduled && (
        <Menu.Item
          leftSection={<IconCalendarOff size={15} />}
          onClick={() => run(unschedulePage(page.id), 'The schedule was ended.')}
        >
          End schedule
        </Menu.Item>
      )}
      {can.publish && page.status === 'published' && (
        <Menu.Item
          leftSection={<IconEyeOff size={15} />}
          onClick={() => run(unpublishPage(page.id), 'The page is a draft again.')}
        >
          Unpublish
        </Menu.Item>
      )}
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
