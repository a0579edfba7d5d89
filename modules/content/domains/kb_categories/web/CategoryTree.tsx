import { Menu, Text, VisuallyHidden } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { queryClient, useCanUnlessImpersonating } from '~/session'
import { formatNoun } from '~/ui/format'
import { RowMenu } from '~/ui/list/RowMenu'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import classes from './kb_categories.module.css'
import { type Direction, type Move, moved, moveOf } from './moves'
import { type CategoryNode, categoriesChanged, categoryTreeQuery, placeCategory } from './queries'
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

const moveKey = ['kb_categories', 'move']

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
  const refocused = useRef<string | null>(null)
  const can = {
    create: useCanUnlessImpersonating('kb_categories.create'),
    update: useCanUnlessImpersonating('kb_categories.update'),
    delete: useCanUnlessImpersonating('kb_categories.delete'),
  }
  const focusable = nodes.some(({ id }) => id === current) ? current : nodes[0]?.id

  const moving = useMutation({
    mutationKey: moveKey,
    // One after the other, in the order of the keys.
    scope: { id: 'kb_categories' },
    mutationFn: ({ node, to }: { node: CategoryNode; to: Move }) => placeCategory(node, to),
    onError: toast.failed,
    onSettled: () =>
      queryClient.isMutating({ mutationKey: moveKey }) === 1 ? categoriesChanged() : undefined,
  })

  function move({ id }: CategoryNode, direction: Direction) {
    // A key may come before the move of the one before is rendered.
    const now = queryClient.getQueryData(categoryTreeQuery.queryKey) ?? nodes
    const node = now.find((one) => one.id === id)
    const to = moveOf(now, id, direction)
    if (!node || !to) return
    // An answer from before the move would undo it.
    void queryClient.cancelQueries({ queryKey: categoryTreeQuery.queryKey })
    const after = moved(now, id, to)
    queryClient.setQueryData(categoryTreeQuery.queryKey, after)
    refocused.current = id
    setSaid(placeOf(after, id))
    moving.mutate({ node, to })
  }

  // The browser takes the focus from an element that moves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move
  useLayoutEffect(() => {
    if (refocused.current) items.current.get(refocused.current)?.focus()
    refocused.current = null
  }, [nodes])

  function onKeyDown(event: KeyboardEvent, node: CategoryNode, index: number) {
    if (event.target !== event.currentTarget) return
    const direction = arrows[event.key]
    if (event.altKey && direction && can.update) move(node, direction)
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
                      onClick={() => move(node, direction)}
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
