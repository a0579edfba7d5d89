import { Button, Checkbox, Group, Input, Skeleton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatCode, formatNoun } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import classes from './api_keys.module.css'
import { type Scope, scopesQuery } from './queries'

type Props = { selected: string[]; onChange: (scopes: string[]) => void; error?: ReactNode }

/** Scopes grouped by resource. A scope whose permission the user lacks cannot be selected. */
export function ScopePicker({ selected, onChange, error }: Props) {
  const scopes = useQuery(scopesQuery)
  const [search, setSearch] = useState('')
  if (scopes.error) return <LoadError error={scopes.error} retry={() => void scopes.refetch()} />
  if (!scopes.data) return <Skeleton height={240} aria-busy="true" />

  const grantable = scopes.data.filter((scope) => scope.held).map((scope) => scope.name)
  const term = search.trim().toLowerCase()
  const matches = scopes.data.filter(({ name, description }) =>
    `${name} ${description}`.toLowerCase().includes(term),
  )
  const set = (names: string[], on: boolean) =>
    onChange(
      on ? [...new Set([...selected, ...names])] : selected.filter((name) => !names.includes(name)),
    )
  return (
    <div className={classes.picker} data-error={error ? true : undefined}>
      <Group gap="xs">
        <Preset label="Read only" onClick={() => onChange(grantable.filter(isRead))} />
        <Preset label="Full access" onClick={() => onChange(grantable)} />
        <Preset label="None" onClick={() => onChange([])} />
      </Group>
      <TextInput
        aria-label="Search scopes"
        placeholder="Search scopes"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={classes.resources}>
        {matches.length === 0 && <p className={classes.none}>No scopes match “{search}”.</p>}
        {[...Map.groupBy(matches, (scope) => scope.resource)].map(([resource, scopes]) => (
          <Resource
            key={resource}
            resource={resource}
            scopes={scopes}
            selected={selected}
            set={set}
          />
        ))}
      </div>
      <p className={classes.none} aria-live="polite">
        {formatNoun(selected.length, 'scope')} selected
      </p>
      {error && <Input.Error role="alert">{error}</Input.Error>}
    </div>
  )
}

type ResourceProps = {
  resource: string
  scopes: Scope[]
  selected: string[]
  set: (names: string[], on: boolean) => void
}

function Resource({ resource, scopes, selected, set }: ResourceProps) {
  const enabled = scopes.filter((scope) => scope.held || selected.includes(scope.name))
  const names = enabled.map((scope) => scope.name)
  const count = names.filter((name) => selected.includes(name)).length
  const title = formatCode(resource)
  return (
    <fieldset className={classes.resource}>
      <legend className={classes.legend}>
        <Checkbox
          label={title}
          aria-label={`All of ${title}`}
          checked={count > 0 && count === names.length}
          indeterminate={count > 0 && count < names.length}
          disabled={names.length === 0}
          onChange={(event) => set(names, event.currentTarget.checked)}
        />
      </legend>
      {scopes.map(({ name, description, held }) => (
        <Checkbox
          key={name}
          label={<span className="mono">{name}</span>}
          description={held ? description : `${description}. You don’t have this permission.`}
          checked={selected.includes(name)}
          disabled={!held && !selected.includes(name)}
          onChange={(event) => set([name], event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}

function Preset({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="default" onClick={onClick}>
      {label}
    </Button>
  )
}

export const requireScope = (scopes: string[]) =>
  scopes.length > 0 ? null : 'Select at least one scope.'

const isRead = (name: string) => name.endsWith('.read')
