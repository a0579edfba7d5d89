type Line = Record<string, string | null>

export function downloadCsv(name: string, lines: Line[]) {
  const heads = Object.keys(lines[0] ?? {})
  const rows = [heads, ...lines.map((line) => heads.map((head) => line[head] ?? ''))]
  const body = rows.map((row) => row.map(quoted).join(',')).join('\r\n')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([body], { type: 'text/csv' }))
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** A leading = + - @ would run as a formula when a spreadsheet opens the file. */
const quoted = (text: string) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`
