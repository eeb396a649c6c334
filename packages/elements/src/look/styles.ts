const names = ['surface', 'raised', 'line', 'text', 'quiet', 'accent', 'on-accent']
const light = ['#f3f4f7', '#fff', '#e3e5ea', '#14171f', '#5a6170', '#2d50d6', '#fff']
const dark = ['#0f1115', '#1c1f26', '#333842', '#f1f3f7', '#a5adbb', '#9db2ff', '#0b1437']

const colours = (values: readonly string[]): string =>
  names.map((name, index) => `--_${name}:var(--minibell-${name},${values[index]})`).join(';')

const darkRule = `{color-scheme:dark;${colours(dark)}}`

/**
 * Every colour of the surfaces is a custom property that a host may set on the element or above it: `--minibell-surface`,
 * `-raised`, `-line`, `-text`, `-quiet`, `-accent`, `-on-accent`, `-badge`. Besides them
 * `--minibell-font` (family), `--minibell-font-size` (default: what the reader chose in the browser, never the page's root
 * size, which some pages bend) and `--minibell-position` (of a sheet and the bubble: `fixed`, or `absolute` inside a frame).
 * Light or dark follows the device unless the element says `theme="light"` or `theme="dark"`.
 */
export const styles = `:host{display:block;${colours(light)};color:var(--_text);font:var(--minibell-font-size,medium)/1.385 var(--minibell-font,system-ui,sans-serif);background:var(--_surface)}
:host([theme=dark])${darkRule}
@media(prefers-color-scheme:dark){:host(:not([theme=light]))${darkRule}}
@media(prefers-contrast:more){*{--_quiet:var(--_text);--_line:var(--_text)}}
:host([hidden]){display:none}
*{box-sizing:border-box}
:lang(ur){line-height:2}
:focus-visible{outline:2px solid var(--_accent);outline-offset:-2px;scroll-margin:56px 0}
h2,p,dl,dd{margin:0}
button{min-width:44px;min-height:44px;margin:0;padding:0;border:0;background:none;color:inherit;font:inherit;text-align:inherit;cursor:pointer;-webkit-tap-highlight-color:transparent}
svg{flex:none;width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
[dir=rtl] svg{transform:scaleX(-1)}
.grow{flex:1;min-width:0}
.clip,h2{flex-shrink:999;min-width:1em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
b,h2{font-weight:600}
h2{font-size:1.0625em}
.bar{flex:none;display:flex;align-items:center;min-height:52px;padding:0 16px}
.bar .icon{margin:0 -6px}
.bar .icon+h2{margin:0 6px}
.bar .avatar{margin-inline-end:12px}
.icon{display:flex;align-items:center;justify-content:center;border-radius:22px;color:var(--_quiet)}
[aria-disabled=true]{opacity:.5}
.wrap{flex-wrap:wrap}
.wrap h2{flex:auto}
.text{font-size:.8125em;font-weight:600;color:var(--_accent)}
.avatar{position:relative;flex:none;width:40px;height:40px;border-radius:12px;overflow:hidden;color:#fff;font-weight:600;line-height:40px;text-align:center}
.avatar img{position:absolute;top:0;left:0;width:100%;height:100%;background:var(--_raised)}
.badge{flex:none;min-width:16px;padding:0 4px;border-radius:8px;background:var(--minibell-badge,#d92d20);color:#fff;font:600 11px/16px system-ui;text-align:center}
.filters{position:sticky;top:0;z-index:3;display:flex;padding:0 12px;background:var(--_surface)}
.filters .icon{margin-inline-start:auto}
.pill{padding:0 4px;font-size:.8125em}
.pill span{display:inline-block;padding:6px 14px;border-radius:22px;border:1px solid var(--_line);background:var(--_raised)}
[aria-pressed=true] span,.solid span{border-color:var(--_accent);background:var(--_accent);color:var(--_on-accent)}
.fresh{position:sticky;top:48px;z-index:2;display:block;margin:0 auto -44px}
.line{display:flex;align-items:center;min-height:44px;padding:0 16px;color:var(--_quiet)}
.feed{display:flow-root;padding:0 12px 16px}
.day{margin:0;padding:16px 4px 8px;font-size:.8125em;font-weight:600;color:var(--_quiet)}
.day:first-letter{text-transform:uppercase}
.card{position:relative;min-height:64px;overflow-wrap:break-word;padding:12px 50px 12px 70px;background:linear-gradient(var(--_line),var(--_line)) 70px 0/100% 1px no-repeat var(--_raised);border:solid transparent;border-width:0 1px}
[dir=rtl] .card{padding:12px 70px 12px 50px;background-position:-70px 0}
.first .card{background-image:none;border-top-left-radius:16px;border-top-right-radius:16px}
.last .card{border-bottom-left-radius:16px;border-bottom-right-radius:16px}
.start{touch-action:pan-x pan-down pinch-zoom}
.open{touch-action:pan-y pinch-zoom;position:absolute;top:0;left:0;width:100%;height:100%;border-radius:16px}
.open:active,.icon:active,.messages:active{background:#8883}
.card .avatar{pointer-events:none;position:absolute;margin-inline-start:-52px}
.card>.meta,.card .grow{margin-inline-end:-36px}
.unread .open:before{content:"";position:absolute;top:28px;left:5px;width:8px;height:8px;border-radius:4px;background:var(--_accent)}
[dir=rtl] .unread .open:before{left:auto;right:5px}
.meta{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:.8125em;color:var(--_quiet)}
.noted{display:flex}
.meta b{color:var(--_text)}
.note{overflow:hidden;white-space:nowrap;align-self:center;margin-inline-start:6px;padding:0 6px;border-radius:6px;font-size:.846em;box-shadow:0 0 0 1px var(--_line)}
time{order:1;float:right;flex:none;margin-inline-start:auto;padding-inline-start:8px;font-variant-numeric:tabular-nums}
[dir=rtl] time,[dir=rtl] .picture{float:left}
.two{margin-top:1px;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.title{font-size:.9375em}
.content,.card dl,.line .grow,.empty p{font-size:.8125em}
.unread .title{font-weight:600}
.content,dt,.gone .title{color:var(--_quiet)}
dl{display:table;margin-top:4px}
dl div{display:table-row}
dt,dd{display:table-cell}
dt{min-width:5em;padding-inline-end:12px}
.picture{float:right;width:72px;height:54px;margin-top:4px;margin-inline-start:10px;border-radius:8px;object-fit:cover}
.more{position:absolute;right:2px;top:1.7em}
[dir=rtl] .more{right:auto;left:2px}
.more:before{content:"";width:1.125em;height:.25em;background:radial-gradient(circle,currentColor .07em,transparent .11em)0/.375em}
.empty{padding:48px 32px;text-align:center;color:var(--_quiet)}
.empty svg{width:64px;height:64px;padding:18px;border-radius:32px;background:var(--_raised);color:var(--_accent)}
h3{margin:8px 0;font-size:1.308em;font-weight:600;color:var(--_text)}
.bones p,.bones .avatar{background:var(--_text);opacity:.12}
.bones p{height:10px;margin:6px 0;border-radius:5px;animation:pulse 1s infinite alternate}
.bones p:first-child{width:40%}
@keyframes pulse{to{opacity:.05}}
.said{position:sticky;bottom:12px;z-index:3;display:table;margin:-56px auto 12px;padding:12px 16px;border-radius:12px;background:var(--_text);color:var(--_raised);font-size:.8125em;pointer-events:none}
.said:empty{visibility:hidden}
@media(forced-colors:active){.more:before{forced-color-adjust:none;color:ButtonText}.card{border-top-width:1px}.last .card{border-bottom-width:1px}.bones p,.bones .avatar,.said{border:1px solid;opacity:1}.badge,.unread .open:before,[aria-pressed=true] span{forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media(prefers-reduced-motion){*,:before,:after{animation:none!important;transition:none!important}}`
