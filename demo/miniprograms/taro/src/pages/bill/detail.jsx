import { View } from '@tarojs/components'
import { useLoad } from '@tarojs/taro'
import { useState } from 'react'

export default function Bill() {
  const [id, setId] = useState('')
  // As the page was opened: not decoded yet.
  useLoad((options) => setId(decodeURIComponent(options.id || '')))
  return <View>Bill {id}</View>
}
