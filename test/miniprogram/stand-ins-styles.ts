/** What hosts give these elements. */
export const builtIn = `view,scroll-view,image,page{display:block}
scroll-view{overflow-y:auto;overscroll-behavior:contain}
image{display:inline-block;background-size:cover;background-position:center}
.page-root{position:fixed;top:0;left:0;right:0;bottom:0;overflow:hidden}
[hidden]{display:none!important}
html,body{margin:0;height:100%}
body:after{content:"•••   ◎";position:fixed;top:28px;right:7px;width:85px;border:1px solid #8886;border-radius:16px;background:#fff8;color:#111;font:13px/30px system-ui;text-align:center;white-space:pre;z-index:900;pointer-events:none}
`
