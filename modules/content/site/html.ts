const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot contain them
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text in HTML or XML, also in attributes. */
export function escapeText(text: string): string {
  return text
    .replace(NOT_IN_XML, '')
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
