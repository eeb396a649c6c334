import { Slot, View } from '@tarojs/components'
import { getCurrentInstance } from '@tarojs/taro'
import './index.css'

const show = (view) => getCurrentInstance().page.selectComponent('#window').show(view)
const leave = () => getCurrentInstance().page.selectComponent('#window').leave()

export default function Home() {
  return (
    <View className="screen">
      <View className="more" onClick={() => show('actions')}>
        More
      </View>
      <View className="center">
        <message-center />
      </View>
      <capsule-bubble onOpeninbox={() => show('inbox')} />
      <floating-window id="window">
        <Slot name="actions">
          <View className="action" onClick={leave}>
            Share
          </View>
        </Slot>
      </floating-window>
    </View>
  )
}
