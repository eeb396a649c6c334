import { glassEasel } from 'glass-easel-miniprogram-adapter'

/** The engine has no built-in components: what the host's `image` and `scroll-view` do, the browser does here, and ARIA under its own names. */
export function standIns(backend: glassEasel.CurrentWindowBackendContext): void {
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of [target, ...addedNodes])
        if (node instanceof Element) for (const one of [node, ...node.querySelectorAll('*')]) dress(one)
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true })
  void backend
}

const scrolled = new WeakSet<Element>()

function dress(element: Element): void {
  const role = element.getAttribute('aria-role')
  if (role) {
    element.setAttribute('role', role)
    element.removeAttribute('aria-role')
  }
  for (const name of ['aria-checked', 'aria-pressed', 'aria-disabled', 'aria-modal'])
    if (element.getAttribute(name) === '') element.setAttribute(name, 'true')
  if (element.getAttribute('role') === 'switch' && !element.hasAttribute('aria-checked'))
    element.setAttribute('aria-checked', 'false')
  if (element.localName === 'image') draw(element)
  if (element.localName === 'scroll-view') scroll(element)
}

function draw(element: Element): void {
  const style = (element as HTMLElement).style
  const source = `url(${JSON.stringify(element.getAttribute('src') ?? '')})`
  if (style.backgroundImage !== source) style.backgroundImage = source
}

function scroll(element: Element): void {
  const top = element.getAttribute('scroll-top')
  if (top !== null && element.getAttribute('data-top') !== top) {
    element.setAttribute('data-top', top)
    element.scrollTop = Number(top)
  }
  if (scrolled.has(element)) return
  scrolled.add(element)
  element.addEventListener('scroll', () => {
    const node = (element as unknown as { __wxElement?: glassEasel.Element }).__wxElement
    const { scrollTop, scrollHeight } = element
    if (node) glassEasel.triggerEvent(node, 'scroll', { scrollTop, scrollHeight }, {})
  })
}
