import { Alert, Button, Skeleton, Stack, useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { loadStripe } from '~/stripe'
import { LoadError } from '~/ui/LoadError'
import { addMethod, type Method, setUp } from './queries'

type Form = { confirm: () => Promise<{ error?: { message?: string } }>; setupId: string }

/** The form of Stripe, in a frame of Stripe, in which a card is entered. */
export function CardForm({
  publishableKey,
  onAdded,
}: {
  publishableKey: string
  onAdded: (method: Method) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')
  const [form, setForm] = useState<Form | null>(null)
  const [failed, setFailed] = useState<Error | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let remove = () => {}
    let isOver = false
    const show = async () => {
      const [stripe, setup] = await Promise.all([loadStripe(publishableKey), setUp('stripe')])
      const { client_secret: clientSecret, setup_intent_id: setupId } = setup
      if (isOver || !place.current || !clientSecret || !setupId) return
      const appearance = { theme: scheme === 'dark' ? 'night' : 'stripe' }
      const elements = stripe.elements({ clientSecret, appearance })
      const element = elements.create('payment')
      element.mount(place.current)
      remove = () => element.destroy()
      const confirm = () => stripe.confirmSetup({ elements, redirect: 'if_required' })
      setForm({ confirm, setupId })
    }
    show().catch((error: Error) => !isOver && setFailed(error))
    return () => {
      isOver = true
      remove()
    }
  }, [publishableKey, scheme])

  async function submit({ confirm, setupId }: Form) {
    setBusy(true)
    setProblem(null)
    try {
      const { error } = await confirm()
      if (error) setProblem(error.message ?? 'The card was not accepted.')
      else onAdded(await addMethod({ setup_intent_id: setupId }))
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }

  if (failed) return <LoadError error={failed} retry={() => window.location.reload()} />
  return (
    <Stack>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {!form && <Skeleton height={200} aria-busy="true" />}
      <div ref={place} />
      {form && (
        <Button loading={busy} onClick={() => void submit(form)}>
          Add card
        </Button>
      )}
    </Stack>
  )
}
