import {
  ColumnNode,
  type InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  ReferenceNode,
  type RootOperationNode,
  SelectAllNode,
  SelectionNode,
  TableNode,
  type UpdateQueryNode,
} from 'kysely'
import { columnsOf } from './rows.ts'

/**
 * Names the columns of `*` in `select` and `returning`, where it stands for one table. Its result does not change with the table,
 * so that the statement can be prepared. Subqueries are left as they are.
 */
export const namedColumns: KyselyPlugin = {
  transformQuery: ({ node }) => withNames(node),
  transformResult: async ({ result }) => result,
}

function withNames(node: RootOperationNode): RootOperationNode {
  switch (node.kind) {
    case 'SelectQueryNode': {
      const { selections, from, joins } = node
      const only = joins?.length || from?.froms.length !== 1 ? undefined : from.froms[0]
      return selections ? { ...node, selections: named(selections, only) } : node
    }
    case 'InsertQueryNode':
      return withReturning(node, node.into)
    case 'UpdateQueryNode':
      return withReturning(node, node.from || node.joins?.length ? undefined : node.table)
    default:
      return node
  }
}

function withReturning<N extends InsertQueryNode | UpdateQueryNode>(
  node: N,
  table: OperationNode | undefined,
): N {
  const { returning } = node
  if (!returning) return node
  return { ...node, returning: { ...returning, selections: named(returning.selections, table) } }
}

/** `only` is the table that a `*` without one stands for. */
function named(
  selections: readonly SelectionNode[],
  only: OperationNode | undefined,
): readonly SelectionNode[] {
  if (!selections.some(({ selection }) => tableOfAll(selection, only))) return selections
  return selections.flatMap((node) => {
    const table = tableOfAll(node.selection, only)
    const columns = table && (columnsOf as Record<string, readonly string[]>)[nameOf(table)]
    if (!columns) return node
    return columns.map((column) =>
      SelectionNode.create(ReferenceNode.create(ColumnNode.create(column), table)),
    )
  })
}

function tableOfAll(
  selection: OperationNode,
  only: OperationNode | undefined,
): TableNode | undefined {
  if (SelectAllNode.is(selection)) return only && TableNode.is(only) ? only : undefined
  return ReferenceNode.is(selection) && SelectAllNode.is(selection.column)
    ? selection.table
    : undefined
}

const nameOf = ({ table }: TableNode) => table.identifier.name
