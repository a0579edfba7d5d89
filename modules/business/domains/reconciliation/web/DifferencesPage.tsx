import { useQuery } from '@tanstack/react-query'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import {
  differenceFilters,
  differenceList,
  differenceSorting,
  useDifferenceActions,
} from './differences'
import { differencesQuery } from './queries'
import { ReconciliationTabs } from './ReconciliationTabs'

/** The differences of all comparisons. */
export function DifferencesPage() {
  const state = useListState(differenceFilters, differenceSorting)
  const { actions, drawer } = useDifferenceActions()
  return (
    <>
      <ListPage
        title="Differences"
        state={state}
        query={useQuery(differencesQuery(state.query))}
        figures={<ReconciliationTabs />}
        {...differenceList}
        {...actions}
      />
      {drawer}
    </>
  )
}
