import { Alert } from '@mantine/core'
import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import { asSentence, isFailure } from '../api'

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
  const drawn = useRef<HTMLFormElement | null>(null)

  async function send(values: Values) {
    setProblem(null)
    try {
      const result = await submit(values)
      form.resetDirty()
      await onDone(result)
    } catch (error) {
      setProblem(place(error, form, drawn.current))
    }
  }

  const onSubmit: ApiForm<Values>['onSubmit'] = (event) => {
    drawn.current = event?.currentTarget ?? null
    form.onSubmit(send)(event)
  }
  return { form, problem, busy: form.submitting, onSubmit }
}

/** When newer values arrive, they fill the fields that nobody has touched. */
export function useNewerValues<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  newer: Values,
) {
  const arrived = JSON.stringify(newer)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what arrives counts, not that it is drawn anew
  useEffect(() => {
    const touched = Object.entries(form.getValues()).filter(([name]) => form.isDirty(name))
    form.setInitialValues(newer)
    form.setValues({ ...newer, ...Object.fromEntries(touched) })
  }, [arrived])
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
  drawn: HTMLFormElement | null,
): string | null {
  if (!isFailure(error)) return error instanceof Error ? error.message : 'Something went wrong.'
  const known = Object.entries(error.fields).filter(([field]) => field in form.getValues())
  const unknown = Object.entries(error.fields).filter(([field]) => !(field in form.getValues()))
  form.setErrors(
    Object.fromEntries(
      known.map(([field, texts]) => [field, sentence(nameOf(field, drawn), texts)]),
    ),
  )
  if (unknown.length > 0)
    return unknown.map(([field, texts]) => sentence(nameOf(field, drawn), texts)).join(' ')
  return known.length > 0 ? null : waiting(error.message, error.retryAfterSeconds)
}

/** The API says "is already taken"; a person reads "Email is already taken." */
function sentence(name: string, texts: string[]) {
  return texts.map((text) => asSentence(`${name} ${text}`.trim())).join(' ')
}

/** What the screen calls a field: the label of its control, or else its name in the API in words. */
function nameOf(field: string, drawn: HTMLFormElement | null) {
  if (field === 'base') return ''
  const control = drawn?.querySelector<HTMLInputElement>(`[data-path="${CSS.escape(field)}"]`)
  // The label of a box to tick is a sentence of its own.
  if (control?.type === 'checkbox') return 'This'
  const label = control?.labels?.[0]?.textContent?.trim()
  if (label) return label
  return field
    .replace(/_id$/, '')
    .replaceAll('_', ' ')
    .replace(/\burl\b/, 'URL')
}

function waiting(message: string, seconds: number | null) {
  if (!seconds) return message
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return `${message} Try again in ${wait}.`
}
