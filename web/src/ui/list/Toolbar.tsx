import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconColumns3, IconDownload, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Tip } from '../Tip'
import { FilterChip } from './FilterChip'
import classes from './list.module.css'
import { SortMenu } from './SortMenu'
import type { ListState, Option } from './state'
import type { Columns } from './useColumns'

type Props = {
  plural: string
  state: ListState
  searchable: boolean
  columns?: Omit<Columns<never>, 'shown'>
  /** Sort orders to choose from, for a layout without headers. */
  sortable?: Option[]
  onExport?: (() => void) | undefined
}

export function Toolbar({ plural, state, searchable, columns, sortable = [], onExport }: Props) {
  return (
    <div className={classes.toolbar}>
      {searchable && (
        <Search key={state.paging.search === undefined ? 0 : 1} plural={plural} state={state} />
      )}
      {Object.entries(state.filters).map(([name, filter]) => (
        <FilterChip
          key={name}
          filter={filter}
          value={state.activeFilters[name]}
          onChange={(value) => state.set({ [name]: value })}
        />
      ))}
      {state.isFiltered && (
        <Button variant="subtle" size="compact-sm" onClick={state.clear}>
          Clear all
        </Button>
      )}
      <div className={classes.tools}>
        {sortable.length > 0 && <SortMenu choices={sortable} state={state} />}
        {onExport && (
          <Tip label="Export this page as CSV">
            <ActionIcon size="md" aria-label="Export this page as CSV" onClick={onExport}>
              <IconDownload size={16} />
            </ActionIcon>
          </Tip>
        )}
        {columns && (
          <Menu>
            <Menu.Target>
              <Tip label="Columns">
                <ActionIcon size="md" aria-label="Choose columns" className={classes.wide}>
                  <IconColumns3 size={16} />
                </ActionIcon>
              </Tip>
            </Menu.Target>
            <Menu.Dropdown>
              {columns.optional.map(({ key, label, shown }) => (
                <Menu.CheckboxItem key={key} checked={shown} onChange={() => columns.toggle(key)}>
                  {label}
                </Menu.CheckboxItem>
              ))}
              <Menu.Divider />
              <Menu.CheckboxItem checked={columns.exactTimes} onChange={columns.toggleExactTimes}>
                Exact times
              </Menu.CheckboxItem>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  )
}

function Search({ plural, state }: { plural: string; state: ListState }) {
  const [typed, setTyped] = useState(state.paging.search ?? '')
  const apply = useDebouncedCallback(
    (search: string) => state.set({ search: search || undefined }),
    250,
  )
  return (
    <TextInput
      type="search"
      size="xs"
      className={classes.search}
      leftSection={<IconSearch size={14} aria-hidden />}
      placeholder={`Search ${plural}`}
      aria-label={`Search ${plural}`}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        apply(event.currentTarget.value.trim())
      }}
    />
  )
}
