// The demo world of `npx minibell start`; on a phone use a https address.
module.exports = {
  url: 'http://127.0.0.1:4510',
  person: 'amina',
  scope: { kind: 'sender', sender: 'kijani' },
  // Of your own server, which asks the platform for it.
  token: 'demo-kijani-amina',
}
