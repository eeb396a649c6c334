type Child = Node | string | number | undefined | null | false | readonly Child[]

/** Attributes by name; `onclick` and the like are listeners; `true` is an empty attribute, `false` and `undefined` none. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

/** An element with its attributes and children. Strings become text nodes, never markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes?: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes ?? {})) assign(element, name, value)
  append(element, children)
  return element
}

/** Replaces all children of `parent`. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren()
  append(parent, children)
}

/** Sets the text only when it differs, so that screen readers and selections are left alone. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function assign(element: Element, name: string, value: Attributes[string]): void {
  if (value === undefined || value === false) return
  if (typeof value === 'function') element.addEventListener(name.slice(2), value)
  else element.setAttribute(name, value === true ? '' : String(value))
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === null || child === false) continue
    if (Array.isArray(child)) append(parent, child)
    else parent.append(child instanceof Node ? child : String(child))
  }
}
