import { Kbd, Modal, Title } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '../session'
import { MODIFIER_KEY } from '../ui/keyboard'
import { composition } from './composition'
import { openGroups } from './navigation'
import classes from './ShortcutHelp.module.css'

type Keys = [action: string, strokes: string[]][]

/** Between keys of which one is enough. */
const OR = 'or'

const general: Keys = [
  ['Search', [MODIFIER_KEY, 'K', OR, '/']],
  ['Show shortcuts', ['?']],
]
const lists: Keys = [
  ['Next row', ['j']],
  ['Previous row', ['k']],
  ['Open the row', ['Enter', OR, 'o']],
]
const selection: Keys = [
  ['Select the row', ['x']],
  ['Clear the selection', ['Esc']],
]

/** Whether `x` selects rows in the lists of the open page. Without a list, its keys are shown as they are elsewhere. */
function rowsCanBeSelected() {
  const list = document.querySelector('[data-list]')
  return list === null || document.querySelector('[data-list] [data-select]') !== null
}

export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { permissions } = useMe()
  const [selectable] = useState(rowsCanBeSelected)
  const pages = openGroups(permissions).map(({ label, entries }) => ({
    label: label === 'Home' ? 'Go to' : `Go to: ${label}`,
    entries,
  }))
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title="Keyboard shortcuts"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.keyGroups}>
        <KeyGroup label="Everywhere" keys={general} />
        <KeyGroup label="In lists" keys={lists} />
        {selectable && <KeyGroup label="Where rows can be selected" keys={selection} />}
        {[...pages, { label: 'Go to: your pages', entries: composition.personal }].map(
          ({ label, entries }) => (
            <KeyGroup
              key={label}
              label={label}
              keys={entries.map(({ label, key }) => [label, ['g', key]])}
            />
          ),
        )}
      </div>
    </Modal>
  )
}

function KeyGroup({ label, keys }: { label: string; keys: Keys }) {
  return (
    <section className={classes.keyGroup}>
      <Title order={3}>{label}</Title>
      <dl className={classes.keys}>
        {keys.map(([action, strokes]) => (
          <div key={action}>
            <dt>{action}</dt>
            <dd>
              {strokes.map((stroke) =>
                stroke === OR ? <span key={OR}>{OR}</span> : <Kbd key={stroke}>{stroke}</Kbd>,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
