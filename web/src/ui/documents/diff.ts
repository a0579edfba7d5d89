export interface DiffLine {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** More lines than this are shown as removed and added, not compared. */
const MAX_COMPARED = 2000

/** The lines of two texts, with what was removed and added: the longest common subsequence between the common ends. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split('\n')
  const now = after.split('\n')
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  const shorter = Math.min(old.length, now.length) - head
  while (tail < shorter && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const same = (text: string): DiffLine => ({ kind: 'same', text })
  return [
    ...now.slice(0, head).map(same),
    ...compare(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...now.slice(now.length - tail).map(same),
  ]
}

function compare(old: string[], now: string[]): DiffLine[] {
  const lines: DiffLine[] = []
  const lengths = Math.max(old.length, now.length) > MAX_COMPARED ? undefined : common(old, now)
  let [i, j] = [0, 0]
  while (lengths && i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      lines.push({ kind: 'same', text: now[j] ?? '' })
      i++
      j++
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
      lines.push({ kind: 'removed', text: old[i++] ?? '' })
    } else lines.push({ kind: 'added', text: now[j++] ?? '' })
  }
  return [
    ...lines,
    ...old.slice(i).map((text): DiffLine => ({ kind: 'removed', text })),
    ...now.slice(j).map((text): DiffLine => ({ kind: 'added', text })),
  ]
}

/** For each pair of positions, how many lines of the rest are common. */
function common(old: string[], now: string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint16Array
      const below = lengths[i + 1] as Uint16Array
      row[j] =
        old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}
