/** One rule a line. */
export const sheetStyles = `.layer{position:var(--minibell-position,fixed);top:0;left:0;right:0;bottom:0;z-index:1000;display:flex;flex-direction:column;justify-content:flex-end;align-items:center;overflow:hidden}
.scrim{position:absolute;top:0;left:0;right:0;bottom:0;background:rgba(8,10,16,.48);touch-action:none;animation:fade .2s ease-out}
@keyframes fade{from{opacity:0}}
.sheet{position:relative;display:flex;flex-direction:column;width:100%;max-width:560px;max-height:88%;padding-bottom:env(safe-area-inset-bottom);border-radius:16px 16px 0 0;background:var(--_surface);outline:0;box-shadow:0 -8px 32px var(--_shade);animation:rise .24s cubic-bezier(.2,.8,.2,1)}
.sheet.tall{height:88%}
@keyframes rise{from{transform:translateY(100%)}}
.leaving{pointer-events:none}
.leaving .scrim{opacity:0;transition:opacity .18s}
.leaving .sheet{transform:translateY(100%);transition:transform .18s ease-in}
.grabber{flex:none;width:36px;height:4px;margin:8px auto 0;border-radius:2px;background:var(--_line)}
.sheet .bar{flex:none;padding:0 8px}
.sheet .bar h2{padding:0 8px}
.scroll{flex:1;min-height:0;overflow-y:auto;overscroll-behavior:contain;-webkit-overflow-scrolling:touch}
.behind{visibility:hidden}
.over{position:absolute;top:64px;left:0;right:0;bottom:0;overflow-y:auto;animation:fade .16s ease-out}
.actions{padding:8px 12px 20px;overflow-y:auto}
.head{padding:4px 16px 8px;display:flex;align-items:center}
.head h2{margin-inline-start:12px;font-size:1.0625em;font-weight:600}
.group{border-radius:16px;background:var(--_raised);overflow:hidden}
.messages{display:flex;align-items:center;width:100%;min-height:56px;padding:8px 16px;font-size:.9375em;font-weight:600}
.messages svg{flex:none;color:var(--_accent)}
.messages .badge{margin-inline-start:8px}
.messages .end{margin-inline-start:4px;color:var(--_quiet)}
.messages .grow{margin-inline-start:14px}
::slotted([slot=actions]){display:flex;align-items:center;width:100%;box-sizing:border-box;min-height:52px;padding:8px 16px;margin:0;border:0;border-top:1px solid var(--_line);background:none;color:inherit;font:inherit;font-size:.9375em;text-align:start;text-align:-webkit-auto;cursor:pointer}
.detail{padding:0 16px 24px;overflow-wrap:anywhere;word-break:break-word}
.detail h3{margin:8px 0;font-size:1.25em;line-height:1.3;font-weight:600}
.detail p{margin:8px 0;font-size:.9375em;line-height:1.5;white-space:pre-line}
.detail dl{font-size:.9375em;line-height:1.5;margin:4px 0}
.detail img:not([hidden]){display:block;max-width:100%;height:auto;border-radius:12px}
.detail .avatar img{max-width:none;height:100%;border-radius:0}
.who{margin-inline-start:12px;font-size:.8125em;color:var(--_quiet)}
.name{font-weight:600;color:var(--_text)}
.address{color:var(--_quiet);user-select:all}
.foot{display:flex;flex-wrap:wrap;margin:16px -4px 0}
.foot .pill span{min-height:44px;padding:8px 20px;border-radius:22px;font-size:1.154em}`
