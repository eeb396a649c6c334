/** A style sheet for a page: imported for what it does, it gives no names. */
export {}
