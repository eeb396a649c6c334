import { FloatingWindow } from './floating-window.ts'
import { MessageCenter } from './message-center.ts'
import './define/capsule-bubble.ts'

const classes = { 'minibell-message-center': MessageCenter, 'minibell-floating-window': FloatingWindow }
for (const [tag, element] of Object.entries(classes)) if (!customElements.get(tag)) customElements.define(tag, element)

declare global {
  interface HTMLElementTagNameMap {
    'minibell-message-center': MessageCenter
    'minibell-floating-window': FloatingWindow
  }
}
