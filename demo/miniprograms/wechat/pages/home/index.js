Page({
  data: { kept: false },
  window() {
    return this.selectComponent('#window')
  },
  more() {
    this.window().show('actions')
  },
  inbox() {
    this.window().show('inbox')
  },
  // A page that has something to save first may keep the window open.
  leaving({ detail }) {
    if (this.data.kept) detail.prevent()
  },
  share() {
    this.window().leave()
  },
})
