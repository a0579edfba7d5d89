import { Anchor, Button, FileButton, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCanUnlessImpersonating } from '~/session'
import { formatBytes } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { toast } from '~/ui/toast'
import classes from './files.module.css'
import { type FileDetail, fileVersionsQuery, localAddress } from './queries'
import { addUploads } from './uploads'

type Props = { file: FileDetail; onClose: () => void }

/** The versions of a file, and the button that uploads another one. */
export default function Versions({ file, onClose }: Props) {
  const { data: versions, error, refetch } = useQuery(fileVersionsQuery(file.id))
  const mayUpload = useCanUnlessImpersonating('files.create')
  const mayUpdate = useCanUnlessImpersonating('files.update')
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  if (!versions) return <Skeleton height={120} aria-busy="true" />
  return (
    <Stack gap="md">
      <Rows label="Versions">
        {versions.map(({ id, version, file_size, uploaded_by, created_at, urls }) => (
          <Rows.Row key={id}>
            {urls.signed_download ? (
              <Anchor
                className={classes.upload}
                href={localAddress(urls.signed_download)}
                download={file.filename}
              >
                Version {version}
              </Anchor>
            ) : (
              <span className={classes.upload}>Version {version}</span>
            )}
            <Rows.More>
              {formatBytes(file_size)} · {uploaded_by?.name ?? 'Deleted user'} ·{' '}
              <RelativeTime at={created_at} />
            </Rows.More>
          </Rows.Row>
        ))}
      </Rows>
      {mayUpload && mayUpdate && !file.deleted_at && (
        <Group>
          <FileButton
            onChange={(chosen) => {
              if (!chosen) return
              addUploads([chosen], file.id)
              toast.done('The new version is being uploaded.')
              onClose()
            }}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={15} />}>
                Upload new version
              </Button>
            )}
          </FileButton>
        </Group>
      )}
      <Text size="sm" c="dimmed">
        A new version keeps the name, the tags and the details. Pages and links show the version
        that they were made with.
      </Text>
    </Stack>
  )
}
