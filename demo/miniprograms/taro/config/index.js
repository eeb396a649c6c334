const { join } = require('node:path')

module.exports = {
  projectName: 'minibell-example-taro',
  framework: 'react',
  compiler: 'webpack5',
  plugins: ['@tarojs/plugin-framework-react', '@tarojs/plugin-platform-weapp'],
  sourceRoot: 'src',
  outputRoot: 'dist',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  // What "build npm" would take: app and native components then share one inbox, under the names of every other project.
  alias: { '@minibell/miniprogram': join(__dirname, '../node_modules/@minibell/miniprogram/miniprogram_dist') },
  mini: {},
}
