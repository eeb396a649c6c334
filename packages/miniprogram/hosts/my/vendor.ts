import { type AlipayComponent, alipayDefinition } from '../../src/native/alipay.ts'
import { messageCenter } from '../../src/surfaces/message-center.ts'

// Alipay's own declarations, which are global, hold what the components take for granted; each `@ts-expect-error` shows that they would
// say so if they did not.

Component(alipayDefinition(messageCenter))

Component({
  props: { sender: '', onOutcome: null as ((detail: object) => void) | null },
  data: { title: '' },
  didMount() {
    const query = this.createSelectorQuery().selectAll('.mb-row').boundingClientRect()
    // One query, one answer: what `boxes` reads.
    query.exec((answers: ArrayLike<unknown>) => void answers[0])
    this.setData({ title: this.props.sender }, () => {})
    if (this.props.onOutcome) this.props.onOutcome({ itemIds: [] })
  },
  didUpdate(before) {
    void before.sender
  },
  didUnmount() {},
  pageEvents: { onShow() {}, onHide() {} },
  methods: { act() {} },
})

export type Props = AlipayComponent['props']

// @ts-expect-error: life ends by a function.
Component({ didUnmount: 'now' })

// @ts-expect-error: there is no such function.
my.createSelector()
