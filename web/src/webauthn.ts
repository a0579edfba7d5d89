import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

// Loaded when somebody uses a passkey. The contract leaves what the browser takes and gives open; both ends
// speak WebAuthn's own JSON.
type Options = Record<string, unknown>
type Asked<Start extends (given: never) => unknown> = Parameters<Start>[0]

export const makePasskey = (options: Options) =>
  attempt(() =>
    startRegistration({ optionsJSON: options } as unknown as Asked<typeof startRegistration>),
  )

export const answerWithPasskey = (options: Options) =>
  attempt(() =>
    startAuthentication({ optionsJSON: options } as unknown as Asked<typeof startAuthentication>),
  )

async function attempt(ask: () => Promise<object>): Promise<Options> {
  try {
    return { ...(await ask()) }
  } catch (error) {
    throw new Error(explain(error))
  }
}

function explain(error: unknown) {
  const { name = '', code = '' } = error as { name?: string; code?: string }
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError') {
    return 'This device holds a passkey for you already.'
  }
  if (name === 'NotAllowedError' || name === 'AbortError') {
    return 'No passkey was chosen, or it took too long. Try again when you are ready.'
  }
  return 'The passkey could not be used on this device.'
}
