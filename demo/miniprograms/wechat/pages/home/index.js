Page({
  window() {
    return this.selectComponent('#window')
  },
  more() {
    this.window().show('actions')
  },
  inbox() {
    this.window().show('inbox')
  },
  share() {
    this.window().leave()
  },
})
