/** What a server that `up` has started tells it, one message each. */
export interface Report {
  /** It listens: the address for people, and the one on this machine. */
  ready?: { url: string; localUrl: string }
  /** It has made the first administrator of an empty installation. */
  firstAdmin?: FirstAdmin
  /** It cannot start, in one line. */
  failure?: string
}

interface FirstAdmin {
  email: string
  password: string
  generated: boolean
}

/** Lines for the terminal. A generated password is in no other place, so they are printed as soon as it is made. */
export function firstAdminLines({ email, password, generated }: FirstAdmin): string {
  const lines = ['', '  Sign in as the first administrator:', `    e-mail    ${email}`]
  if (generated) lines.push(`    password  ${password}   (shown this once)`)
  return `${lines.join('\n')}\n`
}

export function readyLines(url: string): string {
  return `\n  Powernode is ready at ${url}\n\n  Ctrl-C stops it.\n\n`
}
