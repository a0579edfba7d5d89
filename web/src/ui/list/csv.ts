type Line = Record<string, string | null>

export function downloadCsv(name: string, lines: Line[]) {
  const headings = Object.keys(lines[0] ?? {})
  const rows = [headings, ...lines.map((line) => headings.map((heading) => line[heading] ?? ''))]
  const body = rows.map((row) => row.map(quoted).join(',')).join('\r\n')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([body], { type: 'text/csv' }))
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Escapes a leading = + - @, which a spreadsheet would run as a formula. */
const quoted = (text: string) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`
