import { hostOf, isWebLink, knownFacts, type Message, type Sender } from './message.ts'

const WIDTH = 72

/** The plain text body, in lines of at most 72 characters. Only links are longer: they have a line of their own. */
export function textOf(message: Message, sender: Sender): string {
  const { title, greeting, paragraphs, quote, advice = [], button, footnote } = message
  const parts = [
    wrapped(title),
    wrapped(greeting),
    ...paragraphs.map((text) => wrapped(text)),
    quote && quoted(quote),
    factsOf(message),
    ...advice.map((text) => wrapped(text)),
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
    .map(([label, value]) => {
      const lines = wrapped(value, WIDTH - indent).split('\n')
      return `${label}:`.padEnd(indent) + lines.join(`\n${' '.repeat(indent)}`)
    })
    .join('\n')
}

const quoted = (quote: string) =>
  quote
    .trim()
    .split('\n')
    .flatMap((line) => wrapped(line, WIDTH - 2).split('\n'))
    .map((line) => `> ${line}`)
    .join('\n')

/** Breaks text at spaces. */
function wrapped(text: string, width = WIDTH): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (line && longer.length > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join('\n')
}
