import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

// Loaded when a passkey is used. The contract does not type the options and responses: they are WebAuthn's JSON.
type Options = Record<string, unknown>
type StartInput<Start extends (given: never) => unknown> = Parameters<Start>[0]

export const makePasskey = (options: Options) =>
  attempt(() =>
    startRegistration({ optionsJSON: options } as unknown as StartInput<typeof startRegistration>),
  )

export const getPasskeyAssertion = (options: Options) =>
  attempt(() =>
    startAuthentication({ optionsJSON: options } as unknown as StartInput<
      typeof startAuthentication
    >),
  )

async function attempt(start: () => Promise<object>): Promise<Options> {
  try {
    return { ...(await start()) }
  } catch (error) {
    throw new Error(explain(error))
  }
}

function explain(error: unknown) {
  const { name = '', code = '' } = error as { name?: string; code?: string }
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || name === 'InvalidStateError') {
    return 'This device already has a passkey for your account.'
  }
  if (name === 'NotAllowedError' || name === 'AbortError') {
    return 'No passkey was selected, or the request timed out. Try again.'
  }
  return 'The passkey could not be used on this device.'
}
