import type { Undo } from './undo.ts'

/** Query parameters, decoded: neither key nor value carries percent-encoding. */
export type PageQuery = Readonly<Record<string, string>>

/** A page of the mini-program, as its manifest writes it: no leading slash, no extension, no query. */
export interface Page {
  readonly path: string
  readonly query: PageQuery
}

/** Navigation inside the mini-program. Each promise rejects when the host refuses; then the person is where they were. */
export interface Navigator {
  current(): Page | undefined
  /** Pages on the stack, 1 when only the first is open. Hosts allow 10. */
  depth(): number
  push(page: Page): Promise<void>
  replace(page: Page): Promise<void>
  /** Shows a tab page. Hosts pass no query here; the adapter hands it over through a store (JR-2). */
  tab(page: Page): Promise<void>
  relaunch(page: Page): Promise<void>
  /** Launches another mini-program; absent where a host cannot (JR-5). */
  launch?(launch: Launch): Promise<void>
}

/** How another mini-program is opened, on one of its pages (JR-5). */
export interface Launch {
  /** The sender whose mini-program is launched. */
  readonly sender: string
  readonly page: Page
  /** The host's number for "where from"; 100000 where it has none for messages. */
  readonly scene: number
  readonly referrer: { readonly from: 'message'; readonly itemId: string }
}

/** Whether the person can see the mini-program and whether it has a network. */
export interface Lifecycle {
  visible(): boolean
  /** `undefined` where the host cannot tell. */
  online(): boolean | undefined
  on(listener: () => void): Undo
}

/** Screen pixels, origin at the top left of the page. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the host's capsule button is. */
export interface Geometry {
  /** `undefined` until the host knows. Some hosts report zeros at start: the adapter turns those into `undefined`. */
  capsule(): Rect | undefined
  on(listener: () => void): Undo
}

/** Other tabs or WebViews of the same person on the same device. */
export interface Peers {
  post(text: string): void
  on(listener: (text: string) => void): Undo
  /** Calls `lead` once this peer leads; the undo gives the lead up. */
  lead(lead: () => Undo): Undo
}

/** Where an exception goes that belongs to somebody else: a listener's, a storage's. Never throws. */
export type Report = (error: unknown, context: string) => void
