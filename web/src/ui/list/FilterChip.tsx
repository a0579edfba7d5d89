import { Button, CloseButton, Group, Menu, Popover, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import classes from './list.module.css'
import type { Filter } from './state'

const SearchableOptions = lazy(() => import('./SearchableOptions'))

type Props = { filter: Filter; value: string | undefined; onChange: (value?: string) => void }

/** One filter: "+ Status" while unset, "Status: Active" with a clear button while set. */
export function FilterChip(props: Props) {
  return (
    <div className={classes.chip} data-on={props.value ? true : undefined}>
      <Face {...props} />
      {props.value && (
        <CloseButton
          size="sm"
          aria-label={`Clear ${props.filter.label.toLowerCase()}`}
          onClick={() => props.onChange(undefined)}
        />
      )}
    </div>
  )
}

/** A list with more options than this is searched. */
const LONG_LIST = 12

function Face(props: Props) {
  const { kind, options } = props.filter
  if (kind !== 'choice') return <Entry {...props} />
  return (options?.length ?? 0) > LONG_LIST ? <LongChoice {...props} /> : <Choice {...props} />
}

function LongChoice({ filter, value, onChange }: Props) {
  const [opened, setOpened] = useState(false)
  const shown = filter.options?.find((option) => option.value === value)?.label ?? value
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        {chipButton(filter.label, shown, () => setOpened((is) => !is))}
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Suspense>
          <SearchableOptions
            label={filter.label}
            options={filter.options ?? []}
            value={value}
            onChange={(next) => {
              onChange(next)
              setOpened(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function Choice({ filter, value, onChange }: Props) {
  const shown = filter.options?.find((option) => option.value === value)?.label ?? value
  return (
    <Menu position="bottom-start">
      <Menu.Target>{chipButton(filter.label, shown)}</Menu.Target>
      <Menu.Dropdown className={classes.options}>
        <Menu.RadioGroup value={value ?? null} onChange={onChange}>
          {(filter.options ?? []).map((option) => (
            <Menu.RadioItem key={option.value} value={option.value}>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function Entry({ filter, value, onChange }: Props) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        {chipButton(filter.label, value && (filter.shown ?? value), () => setOpened((is) => !is))}
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const entered = new FormData(event.currentTarget).get('value')
            onChange(typeof entered === 'string' && entered.trim() ? entered.trim() : undefined)
            setOpened(false)
          }}
        >
          <Group gap="xs" wrap="nowrap">
            <TextInput
              name="value"
              size="xs"
              aria-label={filter.label}
              type={filter.kind}
              defaultValue={value ?? ''}
            />
            <Button type="submit">Apply</Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

const chipButton = (label: string, shown: string | undefined, onClick?: () => void) => (
  <button type="button" className={classes.chipFace} {...(onClick && { onClick })}>
    {shown ? (
      <span>
        {label}: <b>{shown}</b>
      </span>
    ) : (
      <>
        <IconPlus size={13} aria-hidden /> {label}
      </>
    )}
  </button>
)
