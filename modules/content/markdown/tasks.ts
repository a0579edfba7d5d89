import type { MarkdownIt } from 'markdown-it'

const BOX = /^\[([ xX])\]\s/

/** Shows list items that begin with `[ ]` or `[x]` as a checkbox, which cannot be changed. */
export function markTasks({ core }: MarkdownIt): void {
  core.ruler.after('inline', 'mark_tasks', ({ tokens, Token }) => {
    for (const [index, item] of tokens.entries()) {
      const block = tokens[index + 2]
      const [first] = block?.children ?? []
      if (item.type !== 'list_item_open' || block?.type !== 'inline' || first?.type !== 'text') {
        continue
      }
      const [box, mark] = BOX.exec(first.content) ?? []
      if (box === undefined) continue
      first.content = first.content.slice(box.length)
      const checkbox = new Token('task_box', 'input', 0)
      checkbox.attrs = [
        ['type', 'checkbox'],
        ['disabled', ''],
        ...(mark === ' ' ? [] : [['checked', ''] as [string, string]]),
      ]
      block.children?.unshift(checkbox)
      item.attrJoin('class', 'task')
    }
  })
}
