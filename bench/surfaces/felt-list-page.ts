import { inbox } from './felt-page.ts'

// The same page with a list, where one is asked for: what it shows is seen, and has no badge.

if (new URL(location.href).searchParams.has('list'))
  import('@minibell/elements/define').then(() => {
    for (const center of document.querySelectorAll('minibell-message-center')) center.inbox = inbox
  })
