/** What anybody may know of this installation; the server writes it into the page. */
type Installation = {
  system_name: string
  support_email: string | null
  registration_enabled: boolean
  password_min_length: number
  status_page_enabled: boolean
  /** Names of the optional modules that are loaded. Null while no server wrote the page, as in development: all. */
  extensions: string[] | null
}

const written = document.querySelector('meta[name="powernode"]')?.getAttribute('content')

export const installation: Installation = {
  system_name: 'Powernode',
  support_email: null,
  registration_enabled: true,
  password_min_length: 12,
  status_page_enabled: false,
  extensions: null,
  ...JSON.parse(written || '{}'),
}

/** Whether an optional module is part of this installation. */
export const isLoaded = (module: string) => installation.extensions?.includes(module) ?? true
