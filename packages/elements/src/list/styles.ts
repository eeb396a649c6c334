/** One rule a line. */
export const listStyles = `.list{position:relative}
.filters{position:sticky;top:0;z-index:3;display:flex;align-items:center;padding:0 12px;background:var(--_surface)}
.pill{min-width:44px;padding:0 4px;font-size:.8125em;font-weight:500;color:var(--_text)}
.pill span{display:inline-flex;align-items:center;min-height:32px;padding:4px 14px;border-radius:16px;background:var(--_raised);border:1px solid var(--_line)}
.pill b{margin-inline-start:6px;font-weight:600;font-variant-numeric:tabular-nums}
.pill[aria-pressed=true] span,.fresh span{background:var(--_accent);border-color:var(--_accent);color:var(--_on-accent)}
.line{display:flex;align-items:center;min-height:44px;padding:4px 16px;font-size:.8125em;color:var(--_quiet)}
.line svg{flex:none;width:16px;height:16px;margin-inline-end:8px}
.fresh{position:sticky;top:48px;z-index:2;display:block;height:44px;margin:0 auto -44px;font-size:.8125em;font-weight:600}
.fresh span{display:inline-flex;align-items:center;min-height:36px;padding:4px 16px;border-radius:18px;box-shadow:0 4px 16px var(--_shade)}
.feed{display:flow-root;padding:0 12px 16px}
.day{padding:16px 4px 8px;font-size:.8125em;font-weight:600;color:var(--_quiet)}
.day:first-letter{text-transform:uppercase}
.card{position:relative;display:flex;flex-wrap:wrap;align-items:flex-start;min-height:64px;padding:12px 14px 12px 18px;background:var(--_raised);border:solid transparent;border-width:0 1px}
[dir=rtl] .card{padding:12px 18px 12px 14px}
.first .card{border-top-left-radius:16px;border-top-right-radius:16px}
.last .card{border-bottom-left-radius:16px;border-bottom-right-radius:16px}
.row:not(.last) .card:after{content:"";position:absolute;bottom:0;left:70px;right:0;border-bottom:1px solid var(--_line)}
[dir=rtl] .row:not(.last) .card:after{left:0;right:70px}
.open{position:absolute;top:0;left:0;width:100%;height:100%;border-radius:inherit}
.open:active{background:var(--_line);opacity:.5}
.avatar,.dot,.texts,.meta{pointer-events:none}
.dot{position:absolute;top:28px;left:5px;width:8px;height:8px;border-radius:4px;background:var(--_accent)}
[dir=rtl] .dot{left:auto;right:5px}
.card>.grow{margin-inline-start:12px}
.meta{display:flex;align-items:baseline;font-size:.8125em;line-height:1.385;color:var(--_quiet)}
.sender{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.note{flex:none;margin-inline-start:6px;padding:0 6px;border-radius:6px;border:1px solid var(--_line);font-size:.846em}
.meta time{flex:none;margin-inline-start:auto;padding-inline-start:8px;font-variant-numeric:tabular-nums}
.texts{display:flex;align-items:flex-start;margin-inline-end:36px;overflow-wrap:anywhere;word-break:break-word}
.title{margin-top:1px;font-size:.9375em;line-height:1.333;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.unread .title{font-weight:600}
.content{margin-top:2px;font-size:.8125em;line-height:1.385;color:var(--_quiet);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.gone .title,.gone .content{text-decoration:line-through;color:var(--_quiet)}
dl{margin-top:6px;font-size:.8125em;line-height:1.385}
dl div{display:flex}
dt{flex:none;width:38%;padding-inline-end:8px;color:var(--_quiet)}
.picture{flex:none;width:72px;height:54px;margin-inline-start:10px;border-radius:8px;object-fit:cover;background:var(--_line)}
.more{position:absolute;right:2px;top:26px}
[dir=rtl] .more{right:auto;left:2px}
.tray{position:relative;display:flex;flex-wrap:wrap;width:100%;padding-inline-start:48px}
.tray .pill span{background:none}
.empty{padding:48px 32px;text-align:center;color:var(--_quiet);font-size:.8125em}
.empty svg{width:28px;height:28px;margin:18px}
.disc{display:inline-block;border-radius:32px;background:var(--_raised);color:var(--_accent)}
.empty h3{margin:16px 0 4px;font-size:1.308em;font-weight:600;color:var(--_text)}
.bone{height:.75em;margin:5px 0;border-radius:6px;background:var(--_line);animation:pulse 1.2s ease-in-out infinite alternate}
@keyframes pulse{to{opacity:.45}}
.said{position:sticky;bottom:12px;z-index:3;display:table;margin:-52px auto 8px;padding:12px 16px;border-radius:12px;background:var(--_text);color:var(--_raised);font-size:.8125em;box-shadow:0 4px 16px var(--_shade)}
.said:empty{visibility:hidden}
@media(hover:hover){.open:hover{background:var(--_line);opacity:.3}}
@media(forced-colors:active){.card{border-color:CanvasText}}`
