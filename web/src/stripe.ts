/** What is used of Stripe.js, https://docs.stripe.com/js. */
type Result = { error?: { message?: string } }
type Element = { mount(target: HTMLElement): void; destroy(): void }
type Elements = { create(type: 'payment'): Element }
export type Stripe = {
  elements(options: { clientSecret: string; appearance?: object }): Elements
  confirmSetup(options: { elements: Elements; redirect: 'if_required' }): Promise<Result>
  handleNextAction(options: { clientSecret: string }): Promise<Result>
}

const SCRIPT = 'https://js.stripe.com/clover/stripe.js'

let loading: Promise<void> | undefined

/**
 * Loads Stripe.js from Stripe, which allows no copies. Only the pages whose domain declares that they embed it may: reach them by a
 * link that leaves the app, so that their content security policy applies.
 */
export async function loadStripe(publishableKey: string): Promise<Stripe> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = SCRIPT
    script.onload = () => resolve()
    script.onerror = () => {
      loading = undefined
      reject(
        new Error(
          'The form of Stripe could not be loaded. Check your connection and reload the page.',
        ),
      )
    }
    document.head.append(script)
  })
  await loading
  return (window as unknown as { Stripe: (key: string) => Stripe }).Stripe(publishableKey)
}
