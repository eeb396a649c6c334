Page({
  data: { kept: false },
  // The host hands the component over by this name.
  window(component) {
    this.floating = component
  },
  more() {
    this.floating.show('actions')
  },
  inbox() {
    this.floating.show('inbox')
  },
  // A page that has something to save first may keep the window open.
  leaving({ prevent }) {
    if (this.data.kept) prevent()
  },
  share() {
    this.floating.leave()
  },
})
