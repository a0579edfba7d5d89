import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { foundAccountsQuery } from './queries'

type Props = { value?: string; onChange?: (id: string) => void; error?: React.ReactNode }

/** Chooses an account of the server, found by typing its name. */
export function AccountField({ value, onChange, error, ...props }: Props) {
  const [search, setSearch] = useState('')
  const [searched] = useDebouncedValue(search, 200)
  const { data: accounts = [], isFetching } = useQuery(foundAccountsQuery(searched))
  return (
    <Select
      label="Account"
      required
      searchable
      placeholder="Type its name"
      data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
      // The server has searched.
      filter={({ options }) => options}
      onSearchChange={setSearch}
      nothingFoundMessage={isFetching ? 'Searching' : 'No account has this name'}
      data-autofocus
      {...props}
      value={value || null}
      onChange={(id) => onChange?.(id ?? '')}
      error={error}
    />
  )
}
