import { entries } from 'virtual:documents'
import { Anchor, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePageTitle } from '../../ui/usePageTitle'
import classes from './docs.module.css'
import { findDocuments } from './find'

/** The list of documents, with a search by title and heading. */
export function DocumentsPage() {
  usePageTitle('Documentation')
  const [search, setSearch] = useState('')
  const found = findDocuments(entries, search)
  return (
    <Stack gap="lg" maw={760}>
      <div>
        <Title order={1}>Documentation</Title>
        <Text c="dimmed">
          Learn how each part works. The API’s routes are in the{' '}
          <Anchor inherit underline="always" href="/api/docs">
            API reference
          </Anchor>
          .
        </Text>
      </div>
      <TextInput
        type="search"
        aria-label="Search documentation"
        placeholder="Search documentation"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {[...Map.groupBy(found, ({ group }) => group)].map(([group, documents]) => (
        <section key={group} aria-label={group}>
          <Title order={2}>{group}</Title>
          <ul className={classes.list}>
            {documents.map(({ page, title, matching }) => (
              <li key={page}>
                <Link to="/docs/$page" params={{ page }}>
                  {title}
                </Link>
                {matching.length > 0 && <span>{matching.join(' · ')}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Text c="dimmed" role="status">
        {found.length === 0 && `No document matches “${search.trim()}”.`}
      </Text>
    </Stack>
  )
}
