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
  const lines = ['', '  Sign in as the first administrator:', `    email     ${email}`]
  if (generated) lines.push(`    password  ${password}   (shown this once)`)
  return `${lines.join('\n')}\n`
}

interface Shown {
  DATABASE_URL: string | undefined
  POWERNODE_DATA_DIR: string
  SMTP_URL: string | undefined
}

/** Where the installation is, where it keeps its data and email, and how to see more. */
export function readyLines(url: string, settings: Shown, logLevel?: string): string {
  const { DATABASE_URL, POWERNODE_DATA_DIR, SMTP_URL } = settings
  const database = DATABASE_URL ? ` and the database ${withoutPassword(DATABASE_URL)}` : ''
  const lines = [
    '',
    `  Powernode is ready at ${url}`,
    '',
    `    Data   in ${POWERNODE_DATA_DIR}${database}`,
    `    Email  ${SMTP_URL ? 'is sent over SMTP' : 'is captured under Admin → Mailbox, because SMTP_URL is not set'}`,
    ...(logLevel ? [] : ['    Logs   under Admin → Logs; set LOG_LEVEL=info to print them here']),
    '',
    '  Press Ctrl-C to stop.',
    '',
  ]
  return `${lines.join('\n')}\n`
}

function withoutPassword(url: string) {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
