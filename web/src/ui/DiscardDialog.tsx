import { ConfirmDanger } from './ConfirmDanger'
import { answerDiscard } from './discard'

/** The dialog of `confirmDiscard`, which the shell shows while it is open. */
export default function DiscardDialog() {
  return (
    <ConfirmDanger
      title="Discard your changes?"
      actionLabel="Discard changes"
      cancelLabel="Keep editing"
      onConfirm={async () => {}}
      onDone={() => answerDiscard(true)}
      onClose={() => answerDiscard(false)}
    >
      Your changes have not been saved.
    </ConfirmDanger>
  )
}
