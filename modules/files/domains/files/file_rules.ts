import { isStorable } from '@powernode/contract/text.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { contentTypeOf, extensionOf } from './content_types.ts'

const MAX_NAME = 255

/** Programs: a person who opens one runs it. */
const PROGRAMS = new Set(
  'exe dll bat cmd sh ps1 vbs vbe jse msi scr pif application gadget msp com cpl msc jar'.split(
    ' ',
  ),
)
const PROGRAM_TYPES =
  /(x-msdownload|x-msdos-program|x-executable|x-elf|x-mach-binary|x-bat|x-sh|portable-executable)$/

// Line breaks and other control characters, and characters that change the direction of the following text.
const UNFIT = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** The rules of a storage. */
interface StorageRules {
  allowed_file_types: string[]
  blocked_extensions: string[]
  blocked_mime_types: string[]
}

/** The last part of a path as a name, or 422 on `field`. */
export function requireFilename(given: string, field: string): string {
  const filename = (given.split(/[/\\]/).at(-1) ?? '').normalize('NFC').trim()
  const problem = problemOfName(filename)
  if (problem) throw fail.invalid({ [field]: [problem] })
  return filename
}

/** Refuses extensions of programs, and those that the storage blocks. 422 on `field`. */
export function requireExtension(
  filename: string,
  { blocked_extensions }: Pick<StorageRules, 'blocked_extensions'>,
  field: string,
): void {
  // `invoice.exe.` is a program on some systems.
  const extension = extensionOf(filename.replace(/[. ]+$/, ''))
  if (!PROGRAMS.has(extension) && !blocked_extensions.includes(`.${extension}`)) return
  throw fail.invalid({ [field]: [`must not have the extension .${extension}`] })
}

/** The type of a new file from how it begins, or 422 on `file`. */
export async function requireContentType(
  head: Buffer,
  filename: string,
  { allowed_file_types, blocked_mime_types }: StorageRules,
): Promise<string> {
  if (head.length === 0) throw refused('is empty')
  const type = await contentTypeOf(head, filename)
  if (type === undefined) {
    throw refused(`has other content than its name says: ${extensionOf(filename)}`)
  }
  if (PROGRAM_TYPES.test(type)) throw refused('is a program')
  if (blocked_mime_types.includes(type)) throw refused(`must not be of the type ${type}`)
  const isAllowed = allowed_file_types.some(
    (allowed) => allowed === type || allowed === `${type.split('/')[0]}/*`,
  )
  if (allowed_file_types.length > 0 && !isAllowed) {
    throw refused(`must be of the type ${allowed_file_types.join(', ')}, but is ${type}`)
  }
  return type
}

const refused = (problem: string) => fail.invalid({ file: [problem] })

function problemOfName(filename: string): string | undefined {
  if (filename === '' || filename === '.' || filename === '..') return 'must have a name'
  if (filename.length > MAX_NAME) return `must have a name of at most ${MAX_NAME} characters`
  if (!isStorable(filename) || UNFIT.test(filename)) {
    return 'must not have control characters in its name'
  }
  return undefined
}
