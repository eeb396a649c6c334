export type { MiniHost, MiniHostOptions } from '../mini/host.ts'
export { type MiniNavigator, type MiniNavigatorOptions, pageQuery } from '../mini/navigator.ts'
export type { MyApi } from './api.ts'
export { myHost } from './host.ts'
