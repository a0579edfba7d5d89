/** A comment above a statement that says why its lock is short, or why it may rewrite the table. */
const NOTE = /^\s*-- locks: \S/m

/** Statements that the previous version cannot work with. */
const BREAKING = [
  /^drop table/,
  /^alter table \w+ (?:.*,\s*)?(?:drop column|rename)/s,
  /^alter table \w+ .*alter column \w+ (?:set not null|drop default)/s,
]

/** Statements that block writers of a table, or rewrite it, for as long as the table is large. */
const LOCKING: [pattern: RegExp, problem: string][] = [
  [/^create (?:unique )?index (?:(?!on )\w+ )?on (\w+)/, 'builds an index under a lock'],
  [/^alter table (\w+) .*alter column \w+ (?:set data )?type/s, 'rewrites the table'],
  [/^alter table (\w+) .*set not null/s, 'reads the whole table under a lock'],
  [/^alter table (\w+) .*add column .*default (?:\w+\(|.*generated always)/s, 'rewrites the table'],
  [
    /^alter table (\w+) .*(?:check \(|references \w+|unique|primary key)(?!.*not valid)/s,
    'checks the whole table under a lock',
  ],
  [/^update (\w+)/, 'changes rows in the transaction of the migration'],
  [/^delete from (\w+)/, 'deletes rows in the transaction of the migration'],
]

/**
 * What is wrong with a migration, by its name and text, for an installation with large tables that keeps serving requests.
 * Tables that it creates itself are empty.
 */
export function problemsOfMigration(name: string, text: string): string[] {
  const created = [...text.matchAll(/^create (?:unlogged )?table (\w+)/gim)].map(
    ([, table]) => table,
  )
  return statementsOf(text).flatMap(({ statement, noted }) => {
    const problems: string[] = []
    if (BREAKING.some((pattern) => pattern.test(statement)) && !name.endsWith('_breaking')) {
      problems.push(`${name}: the previous version cannot work with “${statement}”`)
    }
    for (const [pattern, problem] of LOCKING) {
      const table = pattern.exec(statement)?.[1]
      if (table && !created.includes(table) && !noted)
        problems.push(`${name}: ${problem}: “${statement}”`)
    }
    return problems
  })
}

/** The statements in lower case, on one line each, and whether they have a note. */
function statementsOf(text: string) {
  return text
    .split(/;\s*$/m)
    .map((part) => ({
      statement: part.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim().toLowerCase(),
      noted: NOTE.test(part),
    }))
    .filter(({ statement }) => statement !== '')
}
