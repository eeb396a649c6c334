/** What the center and the floating window draw alike. One rule a line. */
export const common = `:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box}
button{font:inherit;color:inherit;background:none;border:0;margin:0;padding:0;text-align:inherit;min-height:44px;cursor:pointer;-webkit-tap-highlight-color:transparent;touch-action:manipulation}
button[disabled]{opacity:.45;cursor:default}
:focus-visible{outline:2px solid var(--_accent);outline-offset:-2px}
h2,h3,p,dl,dd{margin:0}
svg{display:block;width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
[dir=rtl] .flip{transform:scaleX(-1)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.grow{flex:1;min-width:0}
.avatar{position:relative;flex:none;width:40px;height:40px;border-radius:12px;overflow:hidden;color:#fff;font-weight:600;line-height:40px;text-align:center}
.avatar img{position:absolute;top:0;left:0;width:100%;height:100%;object-fit:cover;background:var(--_raised)}
.badge{flex:none;min-width:16px;height:16px;padding:0 4px;border-radius:8px;background:var(--_badge);color:#fff;font-size:11px;font-weight:600;line-height:16px;text-align:center;font-variant-numeric:tabular-nums}
.badge:empty{min-width:8px;height:8px;padding:0}
.bar{display:flex;align-items:center;min-height:52px}
.bar h2{font-size:1.0625em;font-weight:650;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.icon{display:flex;align-items:center;justify-content:center;width:44px;height:44px;border-radius:22px;color:var(--_quiet)}
.text{padding:0 12px;border-radius:22px;font-size:.8125em;font-weight:600;color:var(--_accent)}
.icon:active,.text:active,.pill:active span{background:var(--_line)}
.solid span{background:var(--_accent);color:var(--_on-accent)}
@media(forced-colors:active){.badge,.dot{forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media(prefers-reduced-motion){*{animation:none!important;transition:none!important}}`
