/** Only what the tests of templates call. */
declare module 'wechat-api' {
  type Done = (error: (Error & { readonly code?: number }) | null, answer: unknown) => void
  class OldWechatAPI {
    constructor(appId: string, secret: string)
    endpoint: string
    setIndustry(ids: object, done: Done): void
    getIndustry(done: Done): void
    addTemplate(id: string, done: Done): void
    getAllPrivateTemplate(done: Done): void
    delPrivateTemplate(id: string, done: Done): void
    sendTemplate(openid: string, id: string, to: unknown, data: object, done: Done): void
  }

  // biome-ignore lint/style/noDefaultExport: it is what the package exports
  export { OldWechatAPI as default }
}
