export type { MiniHost, MiniHostOptions } from '../mini/host.ts'
export { type MiniNavigator, type MiniNavigatorOptions, pageQuery } from '../mini/navigator.ts'
export type { WxApi } from './api.ts'
export { wxHost } from './host.ts'
