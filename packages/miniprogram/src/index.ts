/** The three surfaces, by the names of their component folders. */
export const components = ['capsule-bubble', 'message-center', 'floating-window'] as const
