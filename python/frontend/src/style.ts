// The look of the editor. It lives in a shadow root, so nothing of the host page reaches it but the theme.

export const css = `
:host { display: block; contain: layout; }
.g-root {
  --fg: #1f2328; --soft: #5b636d; --bg: #fff; --panel: #f6f8fa; --edge: #d0d7de; --hover: #eef2f7; --lit: #fff3bf; --accent: #1565c0; --on-accent: #fff;
  --error: #c62828; --warning: #9a5b00; --info: #1565c0; --good: #2e7d32; --select: #cfe3ff;
  container-type: inline-size; position: relative; display: grid; grid-template: "text side" minmax(0, 1fr) "bar bar" auto / minmax(0, 1fr) 372px;
  height: var(--height, 460px); color: var(--fg); background: var(--bg); border: 1px solid var(--edge); border-radius: 4px; overflow: hidden;
  font: 13px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif;
  text-autospace: no-autospace; text-spacing-trim: space-all;
}
.g-root.g-dark {
  --fg: #e6e8eb; --soft: #a8b0ba; --bg: #16191d; --panel: #1e2227; --edge: #3a4149; --hover: #2a3037; --lit: #4d4214; --accent: #82b1ff; --on-accent: #10151b;
  --error: #ff8a80; --warning: #ffb74d; --info: #82b1ff; --good: #81c784; --select: #274468; color-scheme: dark;
}
.g-root.g-full { height: 100%; border: 0; border-radius: 0; }
.g-text { grid-area: text; min-width: 0; min-height: 0; position: relative; }
.g-side { grid-area: side; display: flex; flex-direction: column; min-height: 0; border-left: 1px solid var(--edge); background: var(--panel); }
.g-bar { grid-area: bar; display: flex; gap: 14px; align-items: center; padding: 3px 10px; border-top: 1px solid var(--edge); background: var(--panel); color: var(--soft); font-size: 12px; min-height: 26px; }
.g-bar .g-spring { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.g-bar .g-spring.g-bad { color: var(--error); }
.g-bar button { font-size: 12px; padding: 1px 8px; }
.g-root.g-noside { grid-template-columns: minmax(0, 1fr) 0; }
.g-root.g-noside .g-side { display: none; }
@container (max-width: 719px) {
  .g-side { position: absolute; inset: 0 0 27px auto; width: min(372px, 90%); z-index: 20; box-shadow: -4px 0 14px #0003; }
  .g-text { grid-column: 1 / -1; }
  .g-root.g-noside .g-side { display: none; }
}
.g-grip { position: absolute; left: 0; right: 0; bottom: 0; height: 5px; cursor: ns-resize; z-index: 30; }
.g-root .cm-editor { height: 100%; }
.g-root .cm-editor.cm-focused { outline: 2px solid var(--accent); outline-offset: -2px; }
.g-root .cm-scroller { font: 15px/1.9 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; overflow: auto; }
.g-root .cm-gutters { background: var(--panel); color: var(--soft); border-right: 1px solid var(--edge); }
.g-dots .cm-gutterElement { width: 18px; padding: 0 1px; display: flex; justify-content: center; padding-top: 7px; }
.g-root .cm-content { caret-color: var(--fg); }
.g-root .cm-activeLine { background: color-mix(in srgb, var(--hover) 55%, transparent); }
.g-root .cm-activeLineGutter { background: var(--hover); }
.g-root .cm-cursor { border-left-color: var(--fg); }
.g-root .cm-editor .cm-selectionLayer .cm-selectionBackground { background: var(--select) !important; }
.g-root .cm-tooltip { border: 0; z-index: 40; }
.g-root .cm-panels { background: var(--panel); color: var(--fg); }
.g-root .cm-textfield, .g-root .cm-button { background: var(--bg); color: var(--fg); border: 1px solid var(--edge); border-radius: 4px; background-image: none; }
.g-mark { text-decoration-line: underline; text-decoration-skip-ink: none; text-underline-offset: 4px; text-decoration-thickness: 1.5px; }
.g-error { text-decoration-style: wavy; text-decoration-color: var(--error); background: color-mix(in srgb, var(--error) 9%, transparent); }
.g-warning { text-decoration-style: wavy; text-decoration-color: var(--warning); }
.g-info { text-decoration-style: dashed; text-decoration-color: var(--info); }
.g-short { outline: 1px solid currentColor; outline-offset: 1px; border-radius: 2px; background: color-mix(in srgb, var(--info) 18%, transparent); }
.g-quiet .g-mark { text-decoration-color: var(--edge); text-decoration-style: dotted; background: none; }
.g-lit { background: var(--lit); border-radius: 2px; box-shadow: 0 0 0 1px var(--warning); }
.g-icon { display: inline-block; width: 14px; height: 14px; flex: none; font: bold 11px/14px system-ui, sans-serif; text-align: center; color: var(--bg); }
.g-icon-error { background: var(--error); border-radius: 50%; } .g-icon-error::before { content: "×"; }
.g-icon-warning { background: var(--warning); clip-path: polygon(50% 0, 100% 100%, 0 100%); } .g-icon-warning::before { content: "!"; position: relative; top: 2px; }
.g-icon-info { background: var(--info); border-radius: 2px; } .g-icon-info::before { content: "i"; }
.g-tabs { display: flex; border-bottom: 1px solid var(--edge); }
.g-tab { flex: 1; padding: 7px 2px; border: 0; background: none; color: var(--soft); font: inherit; cursor: pointer; border-bottom: 2px solid transparent; }
.g-tab[aria-selected="true"] { color: var(--fg); font-weight: 600; border-bottom-color: var(--accent); }
.g-tab .g-badge { margin-left: 4px; padding: 0 6px; border-radius: 9px; background: var(--edge); font-weight: 400; font-size: 11px; color: var(--fg); }
.g-panel { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.g-panel[hidden] { display: none; }
.g-panel-body { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.g-chips { display: flex; flex-wrap: wrap; gap: 5px; padding: 7px 9px; border-bottom: 1px solid var(--edge); }
.g-chip { border: 1px solid var(--edge); border-radius: 11px; padding: 0 9px; background: var(--bg); color: var(--fg); font: inherit; font-size: 12px; cursor: pointer; }
.g-chip[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.g-empty { padding: 18px; margin: 0; text-align: center; color: var(--soft); }
.g-scroll { flex: 1; min-height: 0; overflow: auto; }
.g-window { position: relative; }
.g-row, .g-line { position: absolute; left: 0; right: 0; display: flex; gap: 8px; align-items: center; padding: 0 10px; border-bottom: 1px solid var(--edge); box-sizing: border-box; background: var(--bg); }
.g-row:hover, .g-line:hover { background: var(--hover); }
.g-line { border: 0; }
.g-row-text { flex: 1; min-width: 0; display: block; border: 0; background: none; color: inherit; font: inherit; text-align: left; padding: 2px 0; cursor: pointer; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.g-row-main, .g-row-sub { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.g-row-sub { color: var(--soft); font-size: 12px; }
.g-absent .g-row-text { color: var(--warning); cursor: default; }
.g-conflict { box-shadow: inset 3px 0 0 var(--warning); }
.g-known { margin-left: 10px; padding: 0 6px; border-radius: 3px; background: var(--panel); border: 1px solid var(--edge); font-size: 12px; }
.g-conflict .g-known { border-color: var(--warning); }
.g-root .g-complete { background: var(--bg); color: var(--fg); border: 1px solid var(--edge); border-radius: 5px; box-shadow: 0 4px 16px #0003; }
.g-root .cm-tooltip.g-complete > ul { font: 13px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-height: 230px; }
.g-root .cm-tooltip.g-complete > ul > li { padding: 3px 12px; display: flex; gap: 16px; justify-content: space-between; }
.g-root .cm-tooltip.g-complete > ul > li[aria-selected] { background: var(--accent); color: var(--on-accent); }
.g-root .g-complete .cm-completionDetail { font-style: normal; font-size: 12px; color: var(--soft); margin-left: 0; }
.g-root .g-complete li[aria-selected] .cm-completionDetail { color: inherit; }
.g-root .g-complete .cm-completionMatchedText { text-decoration: none; font-weight: 700; }
.g-sign { width: 16px; text-align: center; font-weight: 700; } .g-holds { color: var(--good); } .g-rounding { color: var(--info); } .g-violated { color: var(--error); }
.g-button { flex: none; border: 1px solid var(--edge); border-radius: 4px; padding: 2px 10px; background: var(--bg); color: var(--fg); font: inherit; font-size: 12px; cursor: pointer; }
.g-button:hover { background: var(--hover); }
.g-button.g-primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.g-link { border: 0; background: none; color: var(--accent); font: inherit; padding: 0; text-align: left; cursor: pointer; }
.g-root .g-cards { width: max-content; min-width: 240px; max-width: min(460px, 80cqw); max-height: 320px; overflow: auto; background: var(--bg); color: var(--fg); border: 1px solid var(--edge); border-radius: 5px; box-shadow: 0 4px 16px #0003; font: 13px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.g-card { padding: 8px 12px; border-left: 4px solid var(--info); }
.g-card-error { border-left-color: var(--error); } .g-card-warning { border-left-color: var(--warning); }
.g-card + .g-card { border-top: 1px solid var(--edge); }
.g-card-head { display: flex; gap: 7px; align-items: center; } .g-card-head code { color: var(--soft); font-size: 12px; }
.g-message { margin: 5px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.g-hint { margin: 4px 0; color: var(--soft); font-size: 12px; }
.g-related { margin: 4px 0; padding-left: 16px; font-size: 12px; }
.g-actions { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
.g-live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button:focus-visible, .g-scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
@media (forced-colors: active) { .g-icon { forced-color-adjust: none; } .g-mark { text-decoration-color: Highlight; } }
`;
