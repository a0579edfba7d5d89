import { Button, Checkbox, Group, Input, Skeleton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { LoadError } from '~/ui/LoadError'
import classes from './api_keys.module.css'
import { type Scope, scopesQuery } from './queries'

type Props = { chosen: string[]; onChange: (scopes: string[]) => void; error?: ReactNode }

/** What a key may do, grouped by what it is about. What one may not do oneself cannot be ticked. */
export function ScopePicker({ chosen, onChange, error }: Props) {
  const scopes = useQuery(scopesQuery)
  const [typed, setTyped] = useState('')
  if (scopes.error) return <LoadError error={scopes.error} retry={() => void scopes.refetch()} />
  if (!scopes.data) return <Skeleton height={240} aria-busy="true" />

  const held = scopes.data.filter((scope) => scope.held).map((scope) => scope.name)
  const wanted = typed.trim().toLowerCase()
  const found = scopes.data.filter(({ name, description }) =>
    `${name} ${description}`.toLowerCase().includes(wanted),
  )
  const set = (names: string[], on: boolean) =>
    onChange(
      on ? [...new Set([...chosen, ...names])] : chosen.filter((name) => !names.includes(name)),
    )
  return (
    <div className={classes.picker}>
      <Group gap="xs">
        <Preset label="Read only" onClick={() => onChange(held.filter(isRead))} />
        <Preset label="Everything you may do" onClick={() => onChange(held)} />
        <Preset label="Nothing" onClick={() => onChange([])} />
      </Group>
      <TextInput
        aria-label="Search scopes"
        placeholder="Search scopes"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error && <Input.Error role="alert">{error}</Input.Error>}
      {found.length === 0 && <p className={classes.none}>No scope matches “{typed}”.</p>}
      {[...Map.groupBy(found, (scope) => scope.resource)].map(([resource, own]) => (
        <Resource key={resource} resource={resource} scopes={own} chosen={chosen} set={set} />
      ))}
      <p className={classes.none} aria-live="polite">
        {chosen.length === 1 ? '1 scope' : `${chosen.length} scopes`} chosen
      </p>
    </div>
  )
}

type ResourceProps = {
  resource: string
  scopes: Scope[]
  chosen: string[]
  set: (names: string[], on: boolean) => void
}

function Resource({ resource, scopes, chosen, set }: ResourceProps) {
  const open = scopes.filter((scope) => scope.held || chosen.includes(scope.name))
  const names = open.map((scope) => scope.name)
  const on = names.filter((name) => chosen.includes(name)).length
  const title = words(resource)
  return (
    <fieldset className={classes.resource}>
      <legend className={classes.legend}>
        <Checkbox
          label={title}
          aria-label={`All of ${title}`}
          checked={on > 0 && on === names.length}
          indeterminate={on > 0 && on < names.length}
          disabled={names.length === 0}
          onChange={(event) => set(names, event.currentTarget.checked)}
        />
      </legend>
      {scopes.map(({ name, description, held }) => (
        <Checkbox
          key={name}
          label={<span className="mono">{name}</span>}
          description={held ? description : `${description}. You may not do this yourself.`}
          checked={chosen.includes(name)}
          disabled={!held && !chosen.includes(name)}
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
  scopes.length > 0 ? null : 'Choose at least one scope.'

const isRead = (name: string) => name.endsWith('.read')

/** `audit_logs` → "Audit logs". */
function words(name: string) {
  const text = name.replace(/[_.]+/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
