import { hostOf, isWebLink, knownFacts, type Message, type Sender } from './message.ts'

const WIDTH = 72

/** The plain text body, in lines of at most 72 characters. Only links are longer: they have a line of their own. */
export function textOf(message: Message, sender: Sender): string {
  const { title, greeting, paragraphs, quote, advice = [], button, footnote } = message
  const parts = [
    wrapped(title),
    wrapped(greeting),
    ...paragraphs.map((paragraph) => wrapped(paragraph)),
    quote && quoted(quote),
    factsOf(message),
    ...advice.map((paragraph) => wrapped(paragraph)),
    button && isWebLink(button) && `${wrapped(`${button.label}:`)}\n${button.url}`,
    footnote && wrapped(footnote),
    `-- \n${footer(message, sender)}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function footer({ why, links = [] }: Message, { system_name, support_email, url }: Sender) {
  return [
    wrapped(why),
    wrapped(`Sent by ${system_name} (${hostOf(url)}).`),
    support_email && wrapped(`Questions? Write to ${support_email}.`),
    ...links.filter(isWebLink).map((link) => `\n${link.label}:\n${link.url}`),
  ]
    .filter(Boolean)
    .join('\n')
}

/** One fact per line, with the values below each other. */
function factsOf(message: Message) {
  const facts = knownFacts(message)
  const indent = Math.max(0, ...facts.map(([label]) => label.length)) + 2
  return facts
    .map(([label, value]) => wrapped(`${label}:`.padEnd(indent) + value, ' '.repeat(indent)))
    .join('\n')
}

const quoted = (quote: string) =>
  quote
    .trim()
    .split('\n')
    .map((line) => wrapped(`> ${line}`, '> '))
    .join('\n')

/** Breaks text at spaces; further lines start with `indent`. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  // A split by single spaces keeps the aligned values of facts.
  for (const word of text.split(/[ \n]/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || longer.length <= WIDTH) line = longer
    else {
      lines.push(line.trimEnd())
      line = indent + word
    }
  }
  return [...lines, line.trimEnd()].join('\n')
}
