import { ActionIcon, Checkbox, Input, Skeleton, TextInput } from '@mantine/core'
import { IconCode, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatCode } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { Tip } from '~/ui/Tip'
import { DeliveryPayload } from './DeliveryPayload'
import classes from './EventPicker.module.css'
import { eventsQuery, type WebhookEvent, type WebhookEventType } from './queries'

type Props = {
  /** Null means all events, including future ones. */
  value: WebhookEventType[] | null
  onChange: (value: WebhookEventType[] | null) => void
  error?: ReactNode
}

/** Selects events by category, with an example of each payload. */
export function EventPicker({ value, onChange, error }: Props) {
  const [search, setSearch] = useState('')
  const events = useQuery(eventsQuery)
  const matches = (events.data ?? []).filter(({ type, description }) =>
    `${type} ${description}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  const groups = [...Map.groupBy(matches, ({ category }) => category)]
  return (
    <Input.Wrapper label="Events" labelElement="div" error={error}>
      <Checkbox
        label="All events"
        description="Including events added later."
        checked={value === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : [])}
      />
      {value && events.isPending && <Skeleton height={320} mt="xs" aria-busy="true" />}
      {value && events.error && (
        <LoadError error={events.error} retry={() => void events.refetch()} />
      )}
      {value && events.data && (
        <>
          <TextInput
            type="search"
            size="xs"
            mt="sm"
            leftSection={<IconSearch size={14} aria-hidden />}
            placeholder="Search events"
            aria-label="Search events"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <div className={classes.groups}>
            {groups.map(([category, kinds]) => (
              <Group
                key={category}
                category={category}
                kinds={kinds}
                selected={value}
                onChange={onChange}
              />
            ))}
            {groups.length === 0 && <div className={classes.none}>No events match.</div>}
          </div>
        </>
      )}
    </Input.Wrapper>
  )
}

/** `api_key` → "API keys", `user` → "Users". */
function titleOf(category: string) {
  if (category === 'api_key') return 'API keys'
  if (category === 'test') return 'Test events'
  return `${formatCode(category)}s`
}

type GroupProps = {
  category: string
  kinds: WebhookEvent[]
  selected: WebhookEventType[]
  onChange: (selected: WebhookEventType[]) => void
}

function Group({ category, kinds, selected, onChange }: GroupProps) {
  const [expanded, setExpanded] = useState<WebhookEventType | null>(null)
  const types = kinds.map(({ type }) => type)
  const count = types.filter((type) => selected.includes(type)).length
  const toggle = (changed: WebhookEventType[], on: boolean) => {
    const rest = selected.filter((type) => !changed.includes(type))
    onChange(on ? [...rest, ...changed] : rest)
  }
  return (
    <fieldset className={classes.group} aria-label={titleOf(category)}>
      <div className={classes.head}>
        <Checkbox
          size="xs"
          fw={500}
          label={titleOf(category)}
          checked={count === types.length}
          indeterminate={count > 0 && count < types.length}
          onChange={(event) => toggle(types, event.currentTarget.checked)}
        />
        <span className={classes.count}>
          {count} of {types.length}
        </span>
      </div>
      {kinds.map((kind) => (
        <div key={kind.type} className={classes.event}>
          <div className={classes.row}>
            <Checkbox
              size="xs"
              label={<span className="mono">{kind.type}</span>}
              description={kind.description}
              checked={selected.includes(kind.type)}
              onChange={(event) => toggle([kind.type], event.currentTarget.checked)}
            />
            <Tip label="Show example payload">
              <ActionIcon
                size="sm"
                aria-label={`Example of ${kind.type}`}
                aria-expanded={expanded === kind.type}
                onClick={() => setExpanded(expanded === kind.type ? null : kind.type)}
              >
                <IconCode size={15} />
              </ActionIcon>
            </Tip>
          </div>
          {expanded === kind.type && (
            <div className={classes.preview}>
              <DeliveryPayload kind={kind} />
            </div>
          )}
        </div>
      ))}
    </fieldset>
  )
}
