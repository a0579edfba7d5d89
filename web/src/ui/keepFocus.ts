const PATIENCE_MS = 60
/** So many looks for the heading of a page that is still being fetched. */
const LOOKS = 50
const REMEMBERED = 20

type Place = { element: HTMLElement; path: string }

/** What had the focus, the latest last. */
let trail: Place[] = []
let lost = false
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Gives the focus back when what had it is gone or cannot be used any more, as after a dialog, a palette or a button that
 * was busy: to what had it before on this page, or else to the heading. Called once by the app.
 */
export function keepFocus() {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    lost = false
    const earlier = trail.filter(({ element }) => element !== target && element.isConnected)
    trail = [...earlier, { element: target, path: location.pathname }].slice(-REMEMBERED)
  })
  new MutationObserver(() => look(LOOKS)).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled'],
  })
}

function look(looks: number) {
  const latest = trail.at(-1)?.element
  // Whoever clicks beside everything lets the focus go on purpose.
  if (!latest || (isUsable(latest) && !lost)) return
  lost = true
  clearTimeout(timer)
  timer = setTimeout(() => giveBack(latest, looks), PATIENCE_MS)
}

function giveBack(latest: HTMLElement, looks: number) {
  if (document.activeElement !== document.body) return
  const busy = latest.isConnected && latest.hasAttribute('data-loading')
  const target = busy ? null : (before() ?? instead())
  target?.focus({ preventScroll: true })
  if (!target && (busy || looks > 0)) look(busy ? looks : looks - 1)
}

/** What had the focus before on this page, within the dialog that is open now. */
function before() {
  const dialog = openDialog()
  return trail.findLast(
    ({ element, path }) =>
      path === location.pathname && isUsable(element) && (!dialog || dialog.contains(element)),
  )?.element
}

function instead() {
  const place = openDialog() ?? document.querySelector<HTMLElement>('h1')
  if (place && !place.hasAttribute('tabindex')) place.tabIndex = -1
  return place
}

const openDialog = () =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1)

const isUsable = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility()
