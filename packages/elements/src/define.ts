import './define/capsule-bubble.ts'
import { FloatingWindow } from './floating-window.ts'
import { MessageCenter } from './message-center.ts'

if (!customElements.get('minibell-message-center')) customElements.define('minibell-message-center', MessageCenter)
if (!customElements.get('minibell-floating-window')) customElements.define('minibell-floating-window', FloatingWindow)

declare global {
  interface HTMLElementTagNameMap {
    'minibell-message-center': MessageCenter
    'minibell-floating-window': FloatingWindow
  }
}
