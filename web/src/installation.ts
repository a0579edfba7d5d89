/** Public settings of this installation. The server writes them into the page. */
type Installation = {
  system_name: string
  support_email: string | null
  registration_enabled: boolean
  password_min_length: number
  status_page_enabled: boolean
  /** Names of the loaded optional modules. Null means all: in development no server writes the page. */
  extensions: string[] | null
}

const serialized = document.querySelector('meta[name="powernode"]')?.getAttribute('content')

export const installation: Installation = {
  system_name: 'Powernode',
  support_email: null,
  registration_enabled: true,
  password_min_length: 12,
  status_page_enabled: false,
  extensions: null,
  ...JSON.parse(serialized || '{}'),
}

/** Whether an optional module is loaded. */
export const isLoaded = (module: string) => installation.extensions?.includes(module) ?? true
