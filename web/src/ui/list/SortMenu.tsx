import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import classes from './list.module.css'
import type { ListState, Option } from './state'
import type { Column } from './useColumns'

/** Both sort orders of each column that can be sorted. */
export const sortChoices = <Row,>(columns: Column<Row>[]): Option[] =>
  columns.flatMap(({ sort, label }) =>
    sort
      ? [
          { value: sort, label: `${label}, ascending` },
          { value: `-${sort}`, label: `${label}, descending` },
        ]
      : [],
  )

export function SortMenu({ choices, state }: { choices: Option[]; state: ListState }) {
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="md" aria-label="Sort">
          <IconArrowsSort size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.options}>
        <Menu.RadioGroup value={state.paging.sort} onChange={(sort) => state.set({ sort })}>
          {choices.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
