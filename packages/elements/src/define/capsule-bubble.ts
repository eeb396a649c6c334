import { CapsuleBubble } from '../capsule-bubble/capsule-bubble.ts'

if (!customElements.get('minibell-capsule-bubble')) customElements.define('minibell-capsule-bubble', CapsuleBubble)

declare global {
  interface HTMLElementTagNameMap {
    'minibell-capsule-bubble': CapsuleBubble
  }
}
