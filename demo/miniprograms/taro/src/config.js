// The demo world of `npx minibell start`. In the vendor's tool switch off the check of domains; on a phone use a https address.
export const url = 'http://127.0.0.1:4510'
export const person = 'amina'
export const scope = { kind: 'host' }
// Of your own server, which asks the platform for it.
export const token = 'demo-host-amina'
