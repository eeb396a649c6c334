import { controlEndpoints } from './control.ts'
import { deliveryEndpoints } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import { miniappEndpoints } from './miniapp.ts'
import { openApiEndpoints } from './open-api.ts'
import { wechatEndpoints } from './wechat.ts'

export const endpoints: readonly Endpoint[] = [
  ...miniappEndpoints,
  ...openApiEndpoints,
  ...deliveryEndpoints,
  ...controlEndpoints,
  ...wechatEndpoints,
]
