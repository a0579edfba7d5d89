import { credentials, type Event, events } from './lives.ts'

const START = '<!-- What ends what: written by npm run generate from server/test/lives.ts -->'
const END = '<!-- End of what is generated -->'

/** docs/security.md with the table in it as it is now. */
export function withTable(document: string): string {
  const [before = '', rest = ''] = document.split(START)
  const after = rest.split(END)[1] ?? '\n'
  return `${before}${START}\n\n${table()}\n${END}${after}`
}

const marked = { ends: '**ends**', pauses: '**pauses**', stays: '·' }

function table() {
  const names = Object.keys(events) as Event[]
  const rows = Object.values(credentials).map(({ name, lasts, cells }) => {
    const marks = names.map((event) => marked[cells[event][0]])
    return [name, lasts, ...marks]
  })
  const matrix = markdown(['', 'Lasts', ...names.map((event) => events[event])], rows)
  const reasons = Object.values(credentials).map(({ name, cells }) => {
    const lines = names.map((event) => [events[event], ...cells[event]])
    return `### ${name}\n\n${markdown(['When', 'It', 'Why'], lines)}`
  })
  return `${[matrix, ...reasons].join('\n')}`
}

function markdown(head: string[], rows: string[][]) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')
}
