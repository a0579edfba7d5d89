/** The variable in which `up` passes the address of the embedded PostgreSQL to the server. */
export const EMBEDDED_DATABASE = 'POWERNODE_EMBEDDED_DATABASE'

/** A message from the server to the `up` that started it. */
export interface Report {
  /** It listens: its public URL and its URL on this machine. */
  ready?: { url: string; localUrl: string }
  /** It created the first administrator of an empty installation. */
  firstAdmin?: FirstAdmin
  /** The reason why it cannot start, in one line. */
  failure?: string
}

interface FirstAdmin {
  email: string
  password: string
  generated: boolean
}

/** Lines for the terminal. They are printed at once, because a generated password is stored nowhere else. */
export function firstAdminLines({ email, password, generated }: FirstAdmin): string {
  const lines = ['', '  Sign in as the first administrator:', `    e-mail    ${email}`]
  if (generated) lines.push(`    password  ${password}   (shown this once)`)
  return `${lines.join('\n')}\n`
}

export function readyLines(url: string): string {
  return `\n  Powernode is ready at ${url}\n\n  Ctrl-C stops it.\n\n`
}
