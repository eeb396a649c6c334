const dark = '{--r:#1c1f26;--t:#f1f3f7;--q:#a5adbb}'

/** One rule a line; the class names are those of `look.ts`. */
export const styles = `:host{--r:#fff;--t:#14171f;--q:#5a6170;position:var(--minibell-position,fixed);z-index:999;top:0;left:0;right:0;font:1em/1.4 var(--minibell-font,system-ui)}
:host([theme=dark])${dark}
@media(prefers-color-scheme:dark){:host(:not([theme=light]))${dark}}
[hidden]{display:none!important}
*{box-sizing:border-box;overflow-wrap:break-word}
.badge{position:absolute;min-width:16px;margin:-8px;padding:0 4px;border-radius:8px;background:var(--minibell-badge,#d92d20);color:#fff;font-size:11px;line-height:16px;text-align:center;pointer-events:none;forced-color-adjust:none}
.badge:empty{min-width:8px;height:8px;margin:-4px;padding:0}
.bubble{position:absolute;width:264px;max-width:calc(100% - 16px);display:flex;visibility:hidden;opacity:0;transform:translateY(8px);transition:.18s}
.in{visibility:visible;opacity:1;transform:none}
@media(prefers-reduced-motion){*{transition:none!important}}
.bubble,.arrow{border:1px solid var(--minibell-line,#80808040);border-radius:16px;background:var(--minibell-raised,var(--r));box-shadow:0 8px 24px #0002}
.arrow{position:absolute;top:-1px;margin:-6px;padding:5px;border-radius:0;clip-path:polygon(0 0,100% 0,0 100%);transform:rotate(45deg)}
button{display:flex;border:0;padding:12px 14px;min-width:44px;min-height:44px;background:none;font:inherit;text-align:start;color:var(--minibell-quiet,var(--q))}
.open{flex:1}
.avatar{position:relative;overflow:hidden;width:32px;line-height:32px;border-radius:10px;margin-inline-end:10px;color:#fff;text-align:center;flex:none;align-self:start}
img{position:absolute;left:0;width:100%;height:100%}
.texts{min-width:0;font-size:.8125em}
.texts *{overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.texts .title{color:var(--minibell-text,var(--t));font-size:1.154em;font-weight:600;-webkit-line-clamp:1}`
