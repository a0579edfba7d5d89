import { Kbd, Modal } from '@mantine/core'
import { useMe } from '../session'
import { destinations } from './navigation'
import classes from './shell.module.css'

export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { permissions } = useMe()
  const keys: [string, string[]][] = [
    ['Search', ['Ctrl', 'K']],
    ['Show shortcuts', ['?']],
    ...destinations(permissions).map(({ label, key }): [string, string[]] => [
      `Go to ${label}`,
      ['g', key],
    ]),
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title="Keyboard shortcuts"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <dl className={classes.keys}>
        {keys.map(([label, strokes]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {strokes.map((stroke) => (
                <Kbd key={stroke}>{stroke}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
