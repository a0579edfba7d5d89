import { Button, EmptyState, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './list.module.css'
import type { ListState } from './state'

export type ListEmptyProps = {
  plural: string
  state: ListState
  icon: ReactNode
  /** One sentence: what this list shows, and why it is empty. */
  sentence: string
  action?: ReactNode
}

export function ListEmpty({ plural, state, icon, sentence, action }: ListEmptyProps) {
  return (
    <EmptyState className={classes.empty} icon={icon}>
      <EmptyState.Description>
        {state.isFiltered ? `No ${plural} match your search and filters.` : sentence}
      </EmptyState.Description>
      <EmptyState.Actions>
        <Group gap="sm" justify="center">
          {state.isFiltered ? (
            <Button variant="default" onClick={state.clear}>
              Clear search and filters
            </Button>
          ) : (
            action
          )}
        </Group>
      </EmptyState.Actions>
    </EmptyState>
  )
}
