#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { SettingError } from '@powernode/contract/environment.ts'
import { program } from 'commander'
import { explainDatabase } from '../server/platform/db/explanation.ts'

// What TypeScript became is kept, for a quicker next start; where it cannot be, it is made anew each time.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/powernode'))

program
  .name('powernode')
  .description(
    'Powernode, a self-hosted control plane. Settings come from the environment and .env.',
  )

program
  .command('up', { isDefault: true })
  .description('start everything: PostgreSQL unless DATABASE_URL is set, server and worker')
  .action(async () => (await import('./commands/up.ts')).up())

program
  .command('server')
  .description('start the server alone')
  .action(async () => (await import('./commands/server.ts')).server())

program
  .command('worker')
  .description('start a worker alone; it needs BACKEND_API_URL and WORKER_TOKEN')
  .action(async () => (await import('./commands/worker.ts')).worker())

program
  .command('migrate')
  .description('bring the database to the newest schema')
  .action(async () => (await import('./commands/database.ts')).migrateCommand())

program
  .command('backup')
  .description('write the whole installation to one file, while it serves')
  .argument('<file>', 'where to; a file of that name is replaced')
  .action(async (file) => (await import('./commands/backup.ts')).backupCommand(file))

program
  .command('restore')
  .description('load a backup into an empty database')
  .argument('<file>')
  .action(async (file) => (await import('./commands/restore.ts')).restoreCommand(file))

program
  .command('routes')
  .description('list every route: method, path, who may call it')
  .action(async () => (await import('./commands/routes.ts')).printRoutes())

program
  .command('openapi')
  .description('print the OpenAPI document')
  .action(async () => (await import('./commands/routes.ts')).printOpenapi())

program
  .command('doctor')
  .description('look for what is wrong with this installation and say how to mend it')
  .option('--min-disk-gib <number>', 'how much of the disk must be free', '1')
  .action(async (options) => (await import('./commands/doctor.ts')).doctor(options))

const user = program.command('user').description('look after people from the terminal')
user
  .command('create')
  .description('make an administrator with an account of their own')
  .requiredOption('--email <address>')
  .option('--name <name>', 'full name', 'Administrator')
  .option('--password <password>', 'generated when left out')
  .action(async (options) => (await import('./commands/user.ts')).createUserCommand(options))
user
  .command('reset-password')
  .description('set a new password and end every session')
  .requiredOption('--email <address>')
  .option('--password <password>', 'generated when left out')
  .action(async (options) => (await import('./commands/user.ts')).resetPasswordCommand(options))

program
  .command('audit')
  .description('look after the audit trail')
  .command('verify')
  .description('check every entry against its chain; exits with 1 where one does not fit')
  .option('--account <id>', 'only the trail of this account')
  .action(async (options) => (await import('./commands/audit.ts')).verifyCommand(options))

// `powernode routes | head` closes the pipe early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (caught) {
  const error = explainDatabase(caught) ?? caught
  if (!(error instanceof SettingError)) throw error
  process.stderr.write(`powernode: ${error.message}\n`)
  process.exit(1) // what was opened before it failed would keep the process
}
