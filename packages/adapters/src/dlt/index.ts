export type { MiniHost, MiniHostOptions } from '../mini/host.ts'
export { type MiniNavigator, type MiniNavigatorOptions, pageQuery } from '../mini/navigator.ts'
export type { DltApi } from './api.ts'
export { dltHost, dltUniqueId } from './host.ts'
