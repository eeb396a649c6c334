/** What hosts give these elements. */
export const builtIn = `view,scroll-view,image,page{display:block}
scroll-view{overflow-y:auto;overscroll-behavior:contain}
image{display:inline-block;background-size:cover;background-position:center}
.page-root{position:fixed;top:0;left:0;right:0;bottom:0;overflow:hidden}
[hidden]{display:none!important}
html,body{margin:0;height:100%}`
