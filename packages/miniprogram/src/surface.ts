import type { Changes, Data } from './changes.ts'

/** What a native component lends to the surface that it shows. */
export interface Screen {
  /** `done` when the view has it; `model` is all that is shown then. */
  set(changes: Changes, done: () => void, model: Data): void
  /** Tells whoever placed the component. */
  fire(event: string, detail: object): void
  /** Of the nodes of this component with that class, top to bottom, in px of the screen. */
  boxes(className: string): Promise<readonly Box[]>
  /** As they are now. */
  props(): Readonly<Record<string, unknown>>
}

/** Size of a node, px. */
export interface Box {
  readonly width: number
  readonly height: number
}

/** One surface on screen, from its first to its last moment. */
export interface Surface {
  /** A property changed. */
  changed(): void
  /** The page was shown or hidden. */
  visible(is: boolean): void
  /** Answers to the view, by the names that the markup uses. */
  readonly on: Readonly<Record<string, (event: ViewEvent) => void>>
  /** What the host's page may call. */
  readonly methods: Readonly<Record<string, (argument?: string) => unknown>>
  end(): void
}

/** What a surface is on every host: its properties with their defaults, its events, and how it begins. */
export interface SurfaceKind {
  readonly name: string
  readonly props: Data
  /** No names of DOM events: on some hosts those bubble from within. */
  readonly events: readonly string[]
  readonly handlers: readonly string[]
  readonly methods: readonly string[]
  open(screen: Screen): Surface
}

/** As much of an event of the view as surfaces look at; hosts give it in the same words. */
export interface ViewEvent {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, unknown>> }
  readonly detail: { readonly scrollTop?: number }
  readonly touches?: readonly Touch[]
  readonly changedTouches?: readonly Touch[]
}

interface Touch {
  readonly clientX: number
  readonly clientY: number
}

/** What was tapped: the `data-act` and `data-id` of the markup. */
export function actOf({ currentTarget: { dataset } }: ViewEvent): { readonly name: string; readonly id: string } {
  return { name: String(dataset['act'] || ''), id: String(dataset['id'] || '') }
}

/** Where the finger is, or was when it left; px of the screen. */
export function yOf({ changedTouches = [], touches = [] }: ViewEvent): number {
  const [touch = { clientY: 0 }] = changedTouches.length ? changedTouches : touches
  return touch.clientY
}
