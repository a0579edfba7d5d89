import { Menu } from '@mantine/core'
import { IconEdit, IconRestore, IconTrash, IconWorld, IconWorldOff } from '@tabler/icons-react'
import { useCanUnlessImpersonating } from '~/session'
import { toast } from '~/ui/toast'
import { changeFile, type FileRow, restoreFile } from './queries'

/** What is asked in a dialog about a file. */
export type FileAction = { kind: 'edit' | 'publish' | 'delete' | 'purge'; file: FileRow }

type Props = { file: FileRow; onChoose: (kind: FileAction['kind']) => void }

/** Actions of a file. */
export function FileMenu({ file, onChoose }: Props) {
  const can = {
    update: useCanUnlessImpersonating('files.update'),
    delete: useCanUnlessImpersonating('files.delete'),
  }
  const { id, filename, deleted_at, visibility } = file
  const run = (act: Promise<unknown>, done: string) =>
    void act.then(() => toast.done(done), toast.failed)
  return (
    <>
      {can.update && !deleted_at && (
        <>
          <Menu.Item leftSection={<IconEdit size={15} />} onClick={() => onChoose('edit')}>
            Edit details
          </Menu.Item>
          {visibility === 'private' ? (
            <Menu.Item leftSection={<IconWorld size={15} />} onClick={() => onChoose('publish')}>
              Make public
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconWorldOff size={15} />}
              onClick={() =>
                run(changeFile(id, { visibility: 'private' }), `${filename} is private.`)
              }
            >
              Make private
            </Menu.Item>
          )}
        </>
      )}
      {can.delete && deleted_at && (
        <Menu.Item
          leftSection={<IconRestore size={15} />}
          onClick={() => run(restoreFile(id), `${filename} was restored.`)}
        >
          Restore
        </Menu.Item>
      )}
      {can.delete && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} />}
          onClick={() => onChoose(deleted_at ? 'purge' : 'delete')}
        >
          {deleted_at ? 'Delete permanently' : 'Move to trash'}
        </Menu.Item>
      )}
    </>
  )
}
