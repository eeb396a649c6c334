const dark = '{--r:#1c1f26;--t:#f1f3f7;--q:#a5adbb}'

/** Of the bubble. One rule a line; the class names are those of `look.ts`. */
export const lookStyles = `:host{--r:#fff;--t:#14171f;--q:#5a6170;font:var(--minibell-font-size,medium)/1.385 var(--minibell-font,system-ui,sans-serif)}
:host([theme=dark])${dark}
@media(prefers-color-scheme:dark){:host(:not([theme=light]))${dark}}
*{box-sizing:border-box;overflow-wrap:break-word}
.bubble{touch-action:none;position:absolute;width:264px;max-width:calc(100% - 16px);display:flex;visibility:hidden;opacity:0;transition:calc(var(--minibell-motion,.18s)*.67)}
.in{visibility:visible;opacity:1;animation:in var(--minibell-motion,.18s) ease-out}
@keyframes in{from{opacity:0;transform:translateY(8px)}}
.bubble,.arrow{border:1px solid var(--minibell-line,#80808040);border-radius:16px;background:var(--minibell-raised,var(--r));box-shadow:0 8px 28px #141c3229}
.arrow{position:absolute;top:-1px;margin:-6px;padding:5px;border-radius:0;clip-path:polygon(0 0,100% 0,0 100%);transform:rotate(45deg)}
.above .arrow{top:auto;bottom:-1px;transform:rotate(225deg)}
button{display:flex;border:0;padding:12px 14px;min-width:44px;min-height:44px;background:none;font:inherit;text-align:start;color:var(--minibell-quiet,var(--q));border-radius:16px}
:focus-visible{outline:2px solid var(--minibell-accent,currentColor);outline-offset:-2px}
.open{flex:1;min-width:0;padding-inline-end:0}
.close{padding-top:6px;font-size:22px}
.avatar{position:relative;flex:none;align-self:start;overflow:hidden;width:32px;line-height:32px;border-radius:10px;margin-inline-end:10px;color:#fff;font-weight:600;text-align:center}
.avatar img{position:absolute;left:0;top:0;width:100%;height:100%;background:var(--minibell-raised,var(--r))}
.texts{min-width:0;font-size:.8125em}
.texts:lang(ur){line-height:2}
.texts *{overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.texts .meta{margin-top:2px;font-size:.923em}
.texts .title{color:var(--minibell-text,var(--t));font-size:1.154em;font-weight:600;-webkit-line-clamp:1}
.many .texts .title{-webkit-line-clamp:2}
@media(prefers-contrast:more){.bubble,.arrow{border-color:var(--minibell-text,var(--t))}*{--q:var(--t)}}
@media(prefers-reduced-motion){*,:before,:after{animation:none!important;transition:none!important}}`
