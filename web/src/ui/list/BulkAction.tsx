import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ConfirmDanger } from '../ConfirmDanger'
import { toast } from '../toast'
import { describeOutcome } from './outcome'

type Props<Row> = {
  label: string
  /** The selected rows that it applies to; without any, it is disabled. */
  rows: Row[]
  /** Past tense, for the message: "3 revoked". */
  done: string
  run: (row: Row) => Promise<unknown>
  /** For a destructive action: what it does, asked before. */
  confirm?: { title: string; text: ReactNode }
  /** Clears the selection. */
  onDone: () => void
}

/** A button of the bulk bar, which runs one action for each row and reports all of them in one message. */
export function BulkAction<Row>({ label, rows, done, run, confirm, onDone }: Props<Row>) {
  const [asking, setAsking] = useState(false)
  const action = useMutation({
    mutationFn: () => Promise.allSettled(rows.map(run)),
    onSuccess: (results) => {
      const message = describeOutcome(done, results)
      if (results.every(({ status }) => status === 'fulfilled')) toast.done(message)
      else toast.failed(new Error(message))
      setAsking(false)
      onDone()
    },
  })
  return (
    <>
      <Button
        variant="default"
        disabled={rows.length === 0}
        loading={action.isPending && !confirm}
        onClick={() => (confirm ? setAsking(true) : action.mutate())}
      >
        {label}
      </Button>
      {asking && confirm && (
        <ConfirmDanger
          title={confirm.title}
          actionLabel={label}
          cancelLabel="Keep"
          onConfirm={() => action.mutateAsync()}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          {confirm.text}
        </ConfirmDanger>
      )}
    </>
  )
}
