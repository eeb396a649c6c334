/** Only what the tests call. */
declare module 'co-wechat' {
  interface Pushed {
    readonly MsgType: string
    readonly Event?: string
    readonly Content?: string
    readonly FromUserName: string
    readonly ToUserName: string
    readonly CreateTime: string
    readonly MsgId?: string
    readonly MsgID?: string
    readonly Status?: string
    readonly EventKey?: string
    readonly Ticket?: string
  }
  interface Config {
    readonly token: string
    readonly appid: string
    readonly encodingAESKey?: string
  }
  function wechat(config: Config): {
    middleware(handle: (message: Pushed, context: { readonly path: string }) => Promise<unknown>): unknown
  }

  export type { Pushed }
  // biome-ignore lint/style/noDefaultExport: so it is published
  export { wechat as default }
}

declare module 'koa' {
  import type { Server } from 'node:http'

  class Koa {
    use(middleware: unknown): this
    listen(port: number, host: string, done: () => void): Server
  }

  // biome-ignore lint/style/noDefaultExport: so it is published
  export { Koa as default }
}

declare module 'co-wechat-api' {
  type Call = (...values: readonly unknown[]) => Promise<unknown>
  class WechatAPI {
    constructor(appId: string, secret: string)
    prefix: string
    readonly sendText: Call
    readonly sendImage: Call
    readonly sendVoice: Call
    readonly sendVideo: Call
    readonly sendMusic: Call
    readonly sendNews: Call
    readonly sendMpNews: Call
    readonly sendCard: Call
    readonly sendMiniProgram: Call
    readonly uploadMedia: Call
    readonly addKfAccount: Call
    readonly updateKfAccount: Call
    readonly deleteKfAccount: Call
    readonly getCustomServiceList: Call
    readonly getOnlineCustomServiceList: Call
    readonly setIndustry: Call
    readonly getIndustry: Call
    readonly addTemplate: Call
    readonly getAllPrivateTemplate: Call
    readonly delPrivateTemplate: Call
    readonly sendTemplate: Call
    readonly sendSubscribe: Call
  }

  // biome-ignore lint/style/noDefaultExport: so it is published
  export { WechatAPI as default }
}
