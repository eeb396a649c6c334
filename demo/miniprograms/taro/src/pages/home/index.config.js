export default {
  usingComponents: {
    'capsule-bubble': '@minibell/miniprogram/capsule-bubble/index',
    'message-center': '@minibell/miniprogram/message-center/index',
    'floating-window': '@minibell/miniprogram/floating-window/index',
  },
}
