export default {
  pages: ['pages/home/index', 'pages/bill/detail'],
  darkmode: true,
  window: { navigationBarTitleText: 'Kijani Energy' },
}
