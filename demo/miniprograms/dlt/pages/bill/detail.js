const { pageQuery } = getApp()

Page({
  data: { id: '' },
  onLoad(options) {
    this.setData({ id: pageQuery(options).id })
  },
})
