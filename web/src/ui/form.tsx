import { Alert } from '@mantine/core'
import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import { asSentence, isFailure } from '../api'
import { formatNoun } from './format'

type Options<Values, Result> = UseFormInput<Values> & {
  submit: (values: Values) => Promise<Result>
  onDone: (result: Result) => void | Promise<void>
}

export type ApiForm<Values> = {
  form: UseFormReturnType<Values>
  /** An API error that belongs to no field of the form. */
  problem: string | null
  busy: boolean
  onSubmit: (event?: React.SyntheticEvent<HTMLFormElement>) => void
}

/** A Mantine form that submits its values and shows the API's `errors` on the fields. */
export function useApiForm<Values extends Record<string, unknown>, Result>({
  submit,
  onDone,
  ...input
}: Options<Values, Result>): ApiForm<Values> {
  const form = useForm<Values>(input)
  const [problem, setProblem] = useState<string | null>(null)
  const formElement = useRef<HTMLFormElement | null>(null)
  const [refusals, setRefusals] = useState(0)
  const refused = () => setRefusals((count) => count + 1)
  // After the render that shows the errors.
  useEffect(() => {
    if (refusals > 0) showFirstProblem(formElement.current)
  }, [refusals])

  async function send(values: Values) {
    setProblem(null)
    try {
      const result = await submit(values)
      form.resetDirty()
      await onDone(result)
    } catch (error) {
      setProblem(applyErrors(error, form, formElement.current))
      refused()
    }
  }

  const onSubmit: ApiForm<Values>['onSubmit'] = (event) => {
    formElement.current = event?.currentTarget ?? null
    form.onSubmit(send, refused)(event)
  }
  return { form, problem, busy: form.submitting, onSubmit }
}

/** Moves the focus to the first invalid field, or scrolls to the error that belongs to none. */
function showFirstProblem(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>(INVALID)
  const control = field?.matches(FOCUSABLE) ? field : field?.querySelector<HTMLElement>(FOCUSABLE)
  if (control) control.focus()
  else form?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
}

/** Checkboxes and groups of controls have no `aria-invalid`. */
const INVALID = '[aria-invalid="true"], [data-error], :has(> .mantine-InputWrapper-error)'
const FOCUSABLE = 'input:enabled, textarea:enabled, select:enabled, button:enabled'

/** Updates unedited fields when newer values arrive. */
export function useNewerValues<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  newer: Values,
) {
  const serialized = JSON.stringify(newer)
  // biome-ignore lint/correctness/useExhaustiveDependencies: depends on the values, not on their identity
  useEffect(() => {
    const edited = Object.entries(form.getValues()).filter(([name]) => form.isDirty(name))
    form.setInitialValues(newer)
    form.setValues({ ...newer, ...Object.fromEntries(edited) })
  }, [serialized])
}

export function FormProblem({ problem }: { problem: string | null }) {
  if (!problem) return null
  return (
    <Alert color="red" role="alert">
      {problem}
    </Alert>
  )
}

/** Shows field errors on their fields and returns the others as one text. */
function applyErrors<Values extends Record<string, unknown>>(
  error: unknown,
  form: UseFormReturnType<Values>,
  formElement: HTMLFormElement | null,
): string | null {
  if (!isFailure(error)) return error instanceof Error ? error.message : 'Something went wrong.'
  const values = form.getValues()
  const known = Object.entries(error.fields).filter(([field]) => hasField(values, field))
  const unknown = Object.entries(error.fields).filter(([field]) => !hasField(values, field))
  form.setErrors(
    Object.fromEntries(
      known.map(([field, texts]) => [field, fieldError(labelOf(field, formElement), texts)]),
    ),
  )
  if (unknown.length > 0)
    return unknown.map(([field, texts]) => fieldError(labelOf(field, formElement), texts)).join(' ')
  return known.length > 0 ? null : withRetryTime(error.message, error.retryAfterSeconds)
}

/** Whether a form has a field of this path: `name`, or `address.city` of an object. */
function hasField(values: object, path: string): boolean {
  const [name = '', ...rest] = path.split('.')
  if (!(name in values)) return false
  if (rest.length === 0) return true
  const inner = (values as Record<string, unknown>)[name]
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
  return isObject && hasField(inner, rest.join('.'))
}

/** Prefixes the API's "is already taken" with the label: "Email is already taken." */
function fieldError(name: string, texts: string[]) {
  return texts.map((text) => asSentence(`${name} ${text}`.trim())).join(' ')
}

/** The label of a field's control, or else words made of its API name. */
function labelOf(field: string, formElement: HTMLFormElement | null) {
  if (field === 'base') return ''
  const control = formElement?.querySelector<HTMLInputElement>(`[data-path="${CSS.escape(field)}"]`)
  // The label of a checkbox is a sentence.
  if (control?.type === 'checkbox') return 'This'
  const label = control?.labels?.[0]?.textContent?.trim()
  if (label) return label
  return field
    .replace(/^.*\./, '')
    .replace(/_id$/, '')
    .replaceAll('_', ' ')
    .replace(/\burl\b/, 'URL')
}

function withRetryTime(message: string, seconds: number | null) {
  if (!seconds) return message
  const wait =
    seconds < 90 ? formatNoun(seconds, 'second') : formatNoun(Math.ceil(seconds / 60), 'minute')
  return `${message} Try again in ${wait}.`
}
