export default { navigationBarTitleText: 'Bill' }
