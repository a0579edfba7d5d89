import { Anchor, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LoadError } from '~/ui/LoadError'
import { Rows } from '~/ui/Rows'
import { fileUsageQuery } from './queries'

/** The published documents that show a file. */
export default function FileUsage({ id }: { id: string }) {
  const { data: documents, error, refetch } = useQuery(fileUsageQuery(id))
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  if (!documents) return <Skeleton height={60} aria-busy="true" />
  if (documents.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No published page shows this file. A picture or link in a page, such as ![Plan](/f/{id}),
        shows it to visitors while the page is published.
      </Text>
    )
  }
  return (
    <Rows label="Shown in">
      {documents.map((document) => (
        <Rows.Row key={document.id}>
          <Anchor
            inherit
            renderRoot={(props) => <Link to="/pages/$id" params={{ id: document.id }} {...props} />}
          >
            Published page
          </Anchor>
          <Rows.More>Version {document.version}</Rows.More>
        </Rows.Row>
      ))}
    </Rows>
  )
}
