/** What anybody may know of this installation; the server writes it into the page. */
type Installation = {
  system_name: string
  support_email: string | null
  registration_enabled: boolean
  password_min_length: number
  status_page_enabled: boolean
  /** Names of the extensions that are loaded. */
  extensions: string[]
}

const written = document.querySelector('meta[name="powernode"]')?.getAttribute('content')

export const installation: Installation = {
  system_name: 'Powernode',
  support_email: null,
  registration_enabled: true,
  password_min_length: 12,
  status_page_enabled: false,
  extensions: ['business'],
  ...JSON.parse(written || '{}'),
}

export const isLoaded = (extension: string) => installation.extensions.includes(extension)
