const DELAY_MS = 60
/** How often to look for the heading of a page that is still loading. */
const MAX_ATTEMPTS = 50
const MAX_HISTORY = 20

type FocusEntry = { element: HTMLElement; path: string }

/** Elements that had the focus, the latest last. */
let history: FocusEntry[] = []
let lost = false
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Restores the focus when its element is removed or disabled, as after a dialog, the palette or a busy button: to the
 * previous element on this page, or else to the heading. Called once by the app.
 */
export function keepFocus() {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    lost = false
    const earlier = history.filter(({ element }) => element !== target && element.isConnected)
    history = [...earlier, { element: target, path: location.pathname }].slice(-MAX_HISTORY)
  })
  new MutationObserver(() => check(MAX_ATTEMPTS)).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled'],
  })
}

function check(attempts: number) {
  const latest = history.at(-1)?.element
  // A click outside of all controls removes the focus on purpose.
  if (!latest || (isUsable(latest) && !lost)) return
  lost = true
  clearTimeout(timer)
  timer = setTimeout(() => restore(latest, attempts), DELAY_MS)
}

function restore(latest: HTMLElement, attempts: number) {
  if (document.activeElement !== document.body) return
  const busy = latest.isConnected && latest.hasAttribute('data-loading')
  const target = busy ? null : (previousElement() ?? fallbackElement())
  target?.focus({ preventScroll: true })
  if (!target && (busy || attempts > 0)) check(busy ? attempts : attempts - 1)
}

/** The previously focused element on this page, within the open dialog if there is one. */
function previousElement() {
  const dialog = openDialog()
  return history.findLast(
    ({ element, path }) =>
      path === location.pathname && isUsable(element) && (!dialog || dialog.contains(element)),
  )?.element
}

function fallbackElement() {
  const place = openDialog() ?? document.querySelector<HTMLElement>('h1')
  if (place && !place.hasAttribute('tabindex')) place.tabIndex = -1
  return place
}

const openDialog = () =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1)

const isUsable = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility()
