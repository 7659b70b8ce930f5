// A CodeMirror without findings, panels and host, to compare the editor's typing with: see tests/bench/keys.py.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";

declare global {
  interface Window {
    bare(text: string): void;
  }
}

window.bare = (text) => {
  const parent = document.createElement("div");
  parent.style.height = "100vh";
  document.body.append(parent);
  const theme = EditorView.theme({ "&": { height: "100%" }, ".cm-scroller": { font: '15px/1.9 "Noto Serif CJK SC", serif', overflow: "auto" } });
  const extensions = [lineNumbers(), history(), drawSelection(), highlightActiveLine(), highlightActiveLineGutter(), EditorView.lineWrapping, theme, keymap.of([...historyKeymap, ...defaultKeymap])];
  new EditorView({ doc: text, extensions, parent });
};
