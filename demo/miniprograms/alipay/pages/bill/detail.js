const { pageQuery } = getApp()

Page({
  data: { id: '' },
  onLoad(query) {
    // Alipay's pages do not keep it: without, a message that leads right here would open the page once more.
    this.options = query
    this.setData({ id: pageQuery(query).id })
  },
})
