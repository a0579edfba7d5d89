import { Menu, Text, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { queryClient, useCanUnlessImpersonating } from '~/session'
import { formatNoun } from '~/ui/format'
import { RowMenu } from '~/ui/list/RowMenu'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import classes from './kb_categories.module.css'
import { type Direction, moved, moveOf } from './moves'
import { type CategoryNode, categoryTreeQuery, moveCategory, orderCategories } from './queries'
import { categoryState } from './states'

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}
const labels: Record<Direction, string> = {
  up: 'Move up',
  down: 'Move down',
  in: 'Move below the one before',
  out: 'Move out',
}

type Props = {
  nodes: CategoryNode[]
  onEdit: (node: CategoryNode) => void
  onAddBelow: (node: CategoryNode) => void
  onDelete: (node: CategoryNode) => void
}

/** The tree of categories. Arrow keys go through it, with Alt they move the category, and Enter opens it. */
export function CategoryTree({ nodes, onEdit, onAddBelow, onDelete }: Props) {
  const [current, setCurrent] = useState(nodes[0]?.id)
  const [said, setSaid] = useState('')
  const items = useRef(new Map<string, HTMLElement>())
  const can = {
    create: useCanUnlessImpersonating('kb_categories.create'),
    update: useCanUnlessImpersonating('kb_categories.update'),
    delete: useCanUnlessImpersonating('kb_categories.delete'),
  }
  const focusable = nodes.some(({ id }) => id === current) ? current : nodes[0]?.id

  async function move(node: CategoryNode, direction: Direction) {
    const to = moveOf(nodes, node.id, direction)
    if (!to) return
    const after = moved(nodes, node.id, to)
    queryClient.setQueryData(categoryTreeQuery.queryKey, after)
    setSaid(placeOf(after, node.id))
    try {
      if (to.parent_id === node.parent_id) await orderCategories(to.parent_id, to.order)
      else await moveCategory(node.id, to.parent_id, to.order)
    } catch (error) {
      toast.failed(error)
      void queryClient.invalidateQueries({ queryKey: categoryTreeQuery.queryKey })
    }
  }

  function onKeyDown(event: KeyboardEvent, node: CategoryNode, index: number) {
    if (event.target !== event.currentTarget) return
    const direction = arrows[event.key]
    if (event.altKey && direction && can.update) void move(node, direction)
    else if (event.altKey) return
    else if (event.key === 'Enter' && can.update) onEdit(node)
    else {
      const next = targetOf(event.key, index, nodes)
      if (!next) return
      setCurrent(next)
      items.current.get(next)?.focus()
    }
    event.preventDefault()
  }

  return (
    <>
      <div role="tree" aria-label="Categories" className={classes.tree}>
        {nodes.map((node, index) => (
          <div
            key={node.id}
            ref={(element) => {
              if (element) items.current.set(node.id, element)
              else items.current.delete(node.id)
            }}
            role="treeitem"
            aria-level={node.depth}
            aria-selected={node.id === focusable}
            tabIndex={node.id === focusable ? 0 : -1}
            className={classes.item}
            data-depth={node.depth}
            onFocus={() => setCurrent(node.id)}
            onKeyDown={(event) => onKeyDown(event, node, index)}
          >
            <button
              type="button"
              className={classes.name}
              tabIndex={-1}
              disabled={!can.update}
              onClick={() => onEdit(node)}
            >
              {node.name}
            </button>
            <StatusPill state={categoryState(node)} />
            <Text component="span" size="sm" c="dimmed" className={classes.count}>
              {formatNoun(node.total_articles_count, 'article')}
            </Text>
            {(can.update || can.create || can.delete) && (
              <RowMenu of={node.name}>
                {can.update && <Menu.Item onClick={() => onEdit(node)}>Edit</Menu.Item>}
                {can.create && (
                  <Menu.Item onClick={() => onAddBelow(node)}>Create category below</Menu.Item>
                )}
                {can.update &&
                  Object.values(arrows).map((direction) => (
                    <Menu.Item
                      key={direction}
                      disabled={!moveOf(nodes, node.id, direction)}
                      onClick={() => void move(node, direction)}
                    >
                      {labels[direction]}
                    </Menu.Item>
                  ))}
                {can.delete && (
                  <Menu.Item color="red" onClick={() => onDelete(node)}>
                    Delete
                  </Menu.Item>
                )}
              </RowMenu>
            )}
          </div>
        ))}
      </div>
      {can.update && (
        <Text size="sm" c="dimmed" visibleFrom="sm">
          Arrow keys select a category, <kbd>Enter</kbd> opens it, and <kbd>Alt</kbd> with an arrow
          key moves it.
        </Text>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

/** The category that a key without Alt goes to. */
function targetOf(key: string, index: number, nodes: CategoryNode[]): string | undefined {
  if (key === 'ArrowDown') return nodes[index + 1]?.id
  if (key === 'ArrowUp') return nodes[index - 1]?.id
  if (key === 'Home') return nodes[0]?.id
  if (key === 'End') return nodes.at(-1)?.id
  if (key === 'ArrowLeft') return nodes[index]?.parent_id ?? undefined
  if (key !== 'ArrowRight') return undefined
  const next = nodes[index + 1]
  return next && next.parent_id === nodes[index]?.id ? next.id : undefined
}

/** Where a category is, for screen readers. */
function placeOf(nodes: CategoryNode[], id: string) {
  const node = nodes.find((one) => one.id === id)
  const siblings = nodes.filter(({ parent_id }) => parent_id === node?.parent_id)
  const parent = nodes.find((one) => one.id === node?.parent_id)
  const position = siblings.findIndex((one) => one.id === id) + 1
  return `${node?.name}: ${position} of ${siblings.length} ${parent ? `in ${parent.name}` : 'at the top'}`
}
