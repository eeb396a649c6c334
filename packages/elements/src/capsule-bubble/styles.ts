/** Of the badge, which is on the page from the start. One rule a line; the class names are those of `behaviour.ts`. */
export const badgeStyles = `:host{position:var(--minibell-position,fixed);z-index:999;top:0;left:0;right:0}
.badge{position:absolute;min-width:16px;box-sizing:border-box;margin:-8px;padding:0 4px;border-radius:8px;background:var(--minibell-badge,#d92d20);color:#fff;font:600 11px/16px var(--minibell-font,system-ui);text-align:center;pointer-events:none;forced-color-adjust:none}
.badge:empty{min-width:8px;height:8px;margin:-4px;padding:0}
[hidden]{display:none}`
