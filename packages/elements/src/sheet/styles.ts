/** Of a sheet and of what the floating window shows in it. One rule a line. */
export const sheetStyles = `.layer{position:var(--minibell-position,fixed);top:0;left:0;right:0;bottom:0;z-index:1000;display:flex;flex-direction:column;justify-content:flex-end;align-items:center;overflow:hidden}
.scrim{position:absolute;top:0;left:0;right:0;bottom:0;background:#080a107a;animation:fade .2s}
@keyframes fade{from{opacity:0}}
.sheet{position:relative;display:flex;flex-direction:column;width:100%;max-width:560px;max-height:88%;padding-bottom:env(safe-area-inset-bottom);border-radius:16px 16px 0 0;background:var(--_surface);outline:0;box-shadow:0 0 0 1px var(--_line);animation:rise .24s cubic-bezier(.2,.8,.2,1)}
.tall{height:88%}
@keyframes rise{from{transform:translateY(100%)}}
.leaving{pointer-events:none}
.leaving .scrim{opacity:0;transition:.18s}
.leaving .sheet{transform:translateY(100%);transition:.18s ease-in}
.grabber{flex:none;padding:8px 0;touch-action:none}
.grabber:after{content:"";display:block;width:36px;height:4px;margin:0 auto;border-radius:2px;background:var(--_line)}
.scroll{flex:1;overflow-y:auto;overscroll-behavior:contain}
.behind{visibility:hidden}
.over{position:absolute;top:64px;left:0;right:0;bottom:0}
.group{margin:4px 12px 20px;border-radius:16px;overflow:hidden;background:var(--_raised)}
.messages svg{color:var(--_accent);margin-inline-end:14px}
.messages svg:last-child{margin:0;color:var(--_quiet)}
.messages,::slotted(*){display:flex;align-items:center;width:100%;min-height:52px;margin:0;padding:0 16px;border:0;background:none;color:inherit;font:inherit;text-align:start;cursor:pointer}
::slotted(*){border-top:1px solid var(--_line)}
.messages{font-weight:600}
@media(forced-colors:active){.sheet{border:1px solid}}`
