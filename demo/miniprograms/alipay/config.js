// The demo world of `npx minibell start`. In the vendor’s tool ignore the list of domains; on a phone use a https address.
module.exports = {
  url: 'http://127.0.0.1:4510',
  person: 'amina',
  scope: { kind: 'host' },
  // Of your own server, which asks the platform for it.
  token: 'demo-host-amina',
  // English, or one of @minibell/miniprogram/alipay_dist/languages.
  language: undefined,
  theme: 'auto',
}
