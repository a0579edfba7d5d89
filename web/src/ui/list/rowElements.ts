/** Controls inside a row, which keep their own meaning. */
const CONTROLS = 'a, button, input, label, select, textarea, summary, [data-details]'

export const rowsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-row]')]

/** The row that was clicked, unless the click was on a control inside it, or a tap on a time, which shows the exact one. */
export function rowAt(event: MouseEvent): HTMLElement | null {
  const { target } = event
  if (!(target instanceof Element) || target.closest(CONTROLS)) return null
  const isTap = event instanceof PointerEvent && event.pointerType === 'touch'
  if (isTap && target.closest('time')) return null
  return target.closest<HTMLElement>('[data-row]')
}

/** What opens a row: the link or button of its first column, or else the button of its details. */
const openerOf = (row: HTMLElement) =>
  row.querySelector<HTMLElement>('[data-first] :is(a, button)') ??
  row.querySelector<HTMLElement>('[data-expand]')

/** Returns whether the row can be opened. */
export function openRow(row: HTMLElement): boolean {
  const opener = openerOf(row)
  opener?.click()
  return opener !== null
}

/** The link that was last followed from a list, and the page of that list. */
let followed: { link: string; page: string } | undefined

export function rememberFollowed({ target }: MouseEvent) {
  if (!(target instanceof Element)) return
  const link = target.closest<HTMLAnchorElement>('[data-row] [data-first] a')
  if (link) followed = { link: link.href, page: location.href }
}

/** Back on the page of the list, focuses the row whose link was followed, unless something else has the focus. */
export function refocusFollowed(list: HTMLElement) {
  if (followed?.page !== location.href || document.activeElement !== document.body) return
  const { link } = followed
  const row = rowsIn(list).find((one) => (openerOf(one) as HTMLAnchorElement | null)?.href === link)
  if (!row) return
  followed = undefined
  row.focus({ preventScroll: true })
}

/** Opens the page of a row in a new tab, as a middle click on its link does. */
export function newTabOf(row: HTMLElement) {
  const opener = openerOf(row)
  if (opener instanceof HTMLAnchorElement) window.open(opener.href, '_blank', 'noopener')
}
