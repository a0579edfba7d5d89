import { Alert } from '@mantine/core'
import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { isFailure } from '../api'

type Options<Values, Result> = UseFormInput<Values> & {
  submit: (values: Values) => Promise<Result>
  onDone: (result: Result) => void | Promise<void>
}

export type ApiForm<Values> = {
  form: UseFormReturnType<Values>
  /** What the API said that belongs to no field on the screen. */
  problem: string | null
  busy: boolean
  onSubmit: (event?: React.SyntheticEvent<HTMLFormElement>) => void
}

/** A Mantine form that sends its values and puts the API's `errors` back on the fields. */
export function useApiForm<Values extends Record<string, unknown>, Result>({
  submit,
  onDone,
  ...input
}: Options<Values, Result>): ApiForm<Values> {
  const form = useForm<Values>(input)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(values: Values) {
    setProblem(null)
    try {
      const result = await submit(values)
      form.resetDirty()
      await onDone(result)
    } catch (error) {
      setProblem(place(error, form))
    }
  }

  return { form, problem, busy: form.submitting, onSubmit: form.onSubmit(send) }
}

export function FormProblem({ problem }: { problem: string | null }) {
  if (!problem) return null
  return (
    <Alert color="red" role="alert">
      {problem}
    </Alert>
  )
}

/** Field errors go to their fields; the rest is returned as one sentence. */
function place<Values extends Record<string, unknown>>(
  error: unknown,
  form: UseFormReturnType<Values>,
): string | null {
  if (!isFailure(error)) return error instanceof Error ? error.message : 'Something went wrong.'
  const known = Object.entries(error.fields).filter(([field]) => field in form.getValues())
  const unknown = Object.entries(error.fields).filter(([field]) => !(field in form.getValues()))
  form.setErrors(Object.fromEntries(known.map(([field, texts]) => [field, sentence(field, texts)])))
  if (unknown.length > 0) return unknown.map(([field, texts]) => sentence(field, texts)).join(' ')
  return known.length > 0 ? null : waiting(error.message, error.retryAfterSeconds)
}

/** The API says "is already taken"; a person reads "Email is already taken." */
function sentence(field: string, texts: string[]) {
  if (field === 'base') return texts.map((text) => `${text.replace(/\.$/, '')}.`).join(' ')
  const words = field
    .replace(/_id$/, '')
    .replaceAll('_', ' ')
    .replace(/\burl\b/, 'URL')
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  return texts.map((text) => `${name} ${text.replace(/\.$/, '')}.`).join(' ')
}

function waiting(message: string, seconds: number | null) {
  if (!seconds) return message
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return `${message} Try again in ${wait}.`
}
