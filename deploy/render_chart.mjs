// Renders the chart with the values of values.yaml as far as its templates need it: fields, default, quote, trimPrefix, if and
// range. For deploy/try_chart.sh; installations use Helm.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , chart, values = '{}'] = process.argv
const meta = readFileSync(join(chart, 'Chart.yaml'), 'utf8')
const context = {
  Values: JSON.parse(values),
  Release: { Name: 'try', Revision: 1 },
  Chart: { AppVersion: /^appVersion: (.*)$/m.exec(meta)?.[1] },
}

function evaluate(expression, variables) {
  const [first, ...filters] = expression.split('|').map((part) => part.trim())
  let value = termOf(first, variables)
  for (const filter of filters) {
    const [, name, argument] = /^(\w+)\s*(.*)$/.exec(filter) ?? []
    if (name === 'quote') value = JSON.stringify(String(value))
    else if (name === 'default') value ||= termOf(argument, variables)
    else if (name === 'trimPrefix') value = String(value).replace(termOf(argument, variables), '')
    else throw new Error(`unknown function ${name}`)
  }
  return value
}

function termOf(term, variables) {
  if (term.startsWith('"')) return JSON.parse(term)
  if (term.startsWith('$')) return variables[term]
  const value = term
    .split('.')
    .slice(1)
    .reduce((object, key) => object?.[key], context)
  if (value === undefined) throw new Error(`values.yaml has no ${term}`)
  return value
}

/** The parts between actions, nested by `range` and `if` up to their `end`. */
function render(tokens, variables) {
  let text = ''
  for (;;) {
    const token = tokens.shift()
    if (token === undefined || token === '\u0000end') return text
    if (!token.startsWith('\u0000')) text += token
    else text += act(token.slice(1), tokens, variables)
  }
}

function act(action, tokens, variables) {
  const [, name, rest] = /^(if|range)?\s*(.*)$/s.exec(action) ?? []
  if (!name) return String(evaluate(rest, variables))
  const body = tokens.splice(0, endOf(tokens))
  if (name === 'if') return evaluate(rest, variables) ? render(body, variables) : ''
  const [, key, item, list] = /^(\$\w+), (\$\w+) := (.*)$/.exec(rest) ?? []
  return Object.entries(evaluate(list, variables))
    .map(([one, value]) => render([...body], { ...variables, [key]: one, [item]: value }))
    .join('')
}

function endOf(tokens) {
  let depth = 1
  const index = tokens.findIndex((token) => {
    if (token === '\u0000end') depth--
    else if (token.startsWith('\u0000if ') || token.startsWith('\u0000range ')) depth++
    return depth === 0
  })
  return index + 1
}

for (const file of readdirSync(join(chart, 'templates'))) {
  const template = readFileSync(join(chart, 'templates', file), 'utf8')
  const tokens = template
    .replace(/\s*\{\{-/g, '{{')
    .split(/\{\{\s*(.*?)\s*\}\}/s)
    .map((part, index) => (index % 2 ? `\u0000${part}` : part))
  process.stdout.write(`---\n${render(tokens, {})}\n`)
}
