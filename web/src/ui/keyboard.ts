/** The key of ⌘K on this computer. */
export const MODIFIER_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

/** As the `ref` of a field that is typed into as soon as it appears. */
export const focusAtOnce = (field: HTMLInputElement | null) => field?.focus()

/** Inputs that take no text, so that single keys stay shortcuts after a click on them. */
const NOT_TYPED = '[type="checkbox"], [type="radio"], [type="button"], [type="submit"]'

/** Whether single keys are shortcuts now: not in a text field, nor while a dialog or a menu is open. */
export function acceptsShortcut(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return false
  const { target } = event
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return false
  if (!(target instanceof HTMLElement)) return true
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"]')) return false
  const typing = target.matches('input, textarea, select, [contenteditable]')
  return !typing || target.matches(NOT_TYPED)
}
