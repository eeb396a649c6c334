/** Whether an element is on screen: inside every scroller around it, in a page that is shown. */
export class Visibility {
  private readonly changed: () => void
  private observer: IntersectionObserver | undefined
  private element: Element | null = null
  private isInside = false

  constructor(changed: () => void) {
    this.changed = changed
  }

  get isVisible(): boolean {
    return this.isInside && document.visibilityState !== 'hidden'
  }

  /** Watches this one from now on. Where nobody can tell, it counts as visible. */
  watch(element: Element | null): void {
    if (element === this.element) return
    this.stop()
    this.element = element
    this.isInside = !!element && !('IntersectionObserver' in window)
    if (!element || this.isInside) return
    this.observer = new IntersectionObserver((entries) => {
      this.isInside = entries.some(({ isIntersecting }) => isIntersecting)
      this.changed()
    })
    this.observer.observe(element)
  }

  stop(): void {
    this.observer?.disconnect()
    this.element = null
    this.isInside = false
  }
}
