import type { Column } from './useColumns'

const STATE_KEYS = ['status', 'state', 'level', 'ok', 'severity']
const FACTS = 2

/** Where the columns are on a card: the name and the state in its first line, two facts in its second one. */
export function cardColumns<Row>([name, ...others]: Column<Row>[]) {
  const state = others.find(({ key }) => STATE_KEYS.includes(key))
  const candidates = others.filter((column) => column !== state)
  const chosen = candidates.filter(({ fact }) => fact)
  const facts = (chosen.length > 0 ? chosen : candidates).slice(0, FACTS)
  return { name, state, facts, rest: candidates.filter((column) => !facts.includes(column)) }
}
