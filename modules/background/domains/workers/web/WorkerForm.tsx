import { Textarea, TextInput } from '@mantine/core'
import { hasLength } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { toast } from '~/ui/toast'
import { NewToken } from './NewToken'
import { changeWorker, registerWorker, type Worker, type WorkerValues } from './queries'

const validate = { name: hasLength({ min: 3, max: 50 }, 'Enter 3 to 50 characters.') }

/** Registers a worker, then shows its token and start commands. */
export function RegisterWorkerForm({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [created, setCreated] = useState<{ id: string; name: string; token: string } | null>(null)
  const api = useApiForm<WorkerValues, Worker & { token: string }>({
    initialValues: { name: '', description: '' },
    validate,
    submit: registerWorker,
    onDone: setCreated,
  })
  if (created) {
    return (
      <NewToken
        title={`${created.name} was registered`}
        token={created.token}
        onSaved={() => void navigate({ to: '/admin/workers/$id', params: { id: created.id } })}
      />
    )
  }
  return (
    <FormDrawer title="Register worker" actionLabel="Register worker" api={api} onClose={onClose}>
      <Fields api={api} />
    </FormDrawer>
  )
}

export function EditWorkerForm({ worker, onClose }: { worker: Worker; onClose: () => void }) {
  const api = useApiForm<WorkerValues, void>({
    initialValues: { name: worker.name, description: worker.description ?? '' },
    validate,
    submit: (values) => changeWorker(worker.id, values),
    onDone: () => {
      toast.done('The worker was saved.')
      onClose()
    },
  })
  return (
    <FormDrawer
      title={`Edit ${worker.name}`}
      actionLabel="Save changes"
      api={api}
      onClose={onClose}
    >
      <Fields api={api} />
    </FormDrawer>
  )
}

function Fields({ api: { form } }: { api: ApiForm<WorkerValues> }) {
  return (
    <>
      <TextInput
        label="Name"
        description="Must be unique on this server. For example, its host name."
        required
        maxLength={50}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Textarea
        label="Description"
        description="Optional. What it is for."
        rows={3}
        maxLength={255}
        {...form.getInputProps('description')}
      />
    </>
  )
}
