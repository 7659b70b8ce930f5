// One view of a document: the text, the panels beside it and the bar below.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, type TransactionSpec } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, tooltips, type Command } from "@codemirror/view";
import { StatusBar } from "./bar";
import type { Core, View } from "./core";
import { el } from "./dom";
import { findings, findingsExtension, showAbsent, showFindings } from "./findings";
import { completions } from "./complete";
import { cards, closeCard, focusFixes, walk } from "./hover";
import { DataPanel, OutlinePanel, RelationsPanel } from "./lists";
import { renumber } from "./renumber";
import { phrases } from "./phrases";
import { Problems } from "./problems";
import { css } from "./style";
import { SidePanels } from "./tabs";
import { pasteTable } from "./paste";
import { followTheme } from "./theme";

export interface Options {
  /** Fills its container instead of having a height of its own. */
  full?: boolean;
  height?: number;
  onHeight?: (height: number) => void;
}

const RELEASE_AFTER = 20;

export class GoujiView implements View {
  readonly root: HTMLElement;
  readonly editor: EditorView;
  private readonly side: SidePanels;
  private readonly bar: StatusBar;
  private readonly access = new Compartment();
  private readonly stopTheme: () => void;
  private held = false;
  private scheduled = false;

  constructor(
    private readonly core: Core,
    private readonly host: HTMLElement,
    options: Options = {},
  ) {
    host.setAttribute("data-lm-suppress-shortcuts", "true"); // the notebook must not take Shift+Enter and Ctrl+F from the text
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    const text = el("div", { class: "g-text" });
    this.root = el("div", { class: options.full ? "g-root g-full" : "g-root", lang: "zh-CN" }, text);
    shadow.replaceChildren(this.root);
    if (options.height) this.root.style.setProperty("--height", `${options.height}px`);
    this.editor = new EditorView({ state: this.stateOf(core.state), root: shadow, parent: text, dispatchTransactions: (transactions, view) => {
      view.update(transactions);
      for (const transaction of transactions) core.local(this, transaction);
      this.schedule();
    } });
    const current = () => this.editor;
    this.side = new SidePanels(core, {
      problems: new Problems(current, core),
      outline: new OutlinePanel(current, core),
      relations: new RelationsPanel(current, core),
      quantities: new DataPanel(current, core),
    });
    this.bar = new StatusBar(current, core, { save: () => this.save(), panel: () => this.toggle(), absent: () => this.checkAll(), composing: () => this.composing });
    this.root.append(this.side.element, this.bar.element);
    if (!options.full) this.root.append(this.grip(options));
    this.editor.contentDOM.addEventListener("compositionend", this.composed);
    this.stopTheme = followTheme((dark) => this.root.classList.toggle("g-dark", dark));
    core.add(this);
    this.refresh();
  }

  get composing(): boolean {
    return this.editor.compositionStarted || this.held;
  }

  repeat(spec: TransactionSpec): void {
    this.editor.dispatch(spec);
  }

  reset(state: EditorState): void {
    this.editor.setState(this.stateOf(state));
    this.refresh();
  }

  refresh(): void {
    this.schedule();
  }

  destroy(): void {
    this.core.remove(this);
    this.stopTheme();
    this.editor.destroy();
    this.side.close();
    this.host.shadowRoot?.replaceChildren();
  }

  save(): boolean {
    void this.core.ask("save").then((saved) => {
      if (saved) this.core.tell(this.core.labels.saved, "info");
    });
    return true;
  }

  /** Everything around the text is redrawn once a frame at most. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      const readonly = this.core.connection === "readonly";
      if (this.editor.state.readOnly !== readonly) this.editor.dispatch({ effects: this.access.reconfigure(EditorState.readOnly.of(readonly)) });
      this.side.refresh();
      this.bar.refresh();
    });
  }

  private checkAll(): boolean {
    this.editor.dispatch({ effects: showAbsent.of(!this.editor.state.field(findings).absent) });
    this.side.select("problems");
    this.schedule();
    return true;
  }

  private toggle(): boolean {
    this.root.classList.toggle("g-noside");
    this.editor.requestMeasure();
    return true;
  }

  private readonly composed = (): void => {
    this.held = true; // the commit may change the text once more
    setTimeout(() => {
      this.held = false;
      if (!this.composing) this.core.session.release();
    }, RELEASE_AFTER);
  };

  private stateOf(from: EditorState): EditorState {
    const value = from.field(findings);
    const made = EditorState.create({ doc: from.doc, extensions: this.extensions() });
    const placed = new Map<string, [number, number][]>();
    for (const at = value.places.iter(); at.value; at.next()) {
      const spans = placed.get(at.value.id) ?? [];
      spans[at.value.index] = [at.from, at.to];
      placed.set(at.value.id, spans);
    }
    const add = [...value.byId.values()].map((finding) => ({ ...finding, places: finding.places.map((place, index) => placed.get(finding.id)?.[index] ?? place) }));
    return made.update({ effects: showFindings.of({ full: true, del: [], add, n: this.core.counts }) }).state;
  }

  private extensions(): Extension {
    const command = (run: (view: EditorView) => boolean): Command => (view) => run(view);
    const keys = [
      { key: "F8", run: command((view) => walk(view, this.core, false)) },
      { key: "Shift-F8", run: command((view) => walk(view, this.core, true)) },
      { key: "Mod-.", run: command(focusFixes) },
      { key: "Alt-Enter", run: command(focusFixes) },
      { key: "Escape", run: command(closeCard) },
      { key: "Alt-r", run: command((view) => { void renumber(view, this.core); return true; }), preventDefault: true },
      { key: "Mod-s", run: () => this.save(), preventDefault: true },
      ...(["problems", "outline", "relations", "quantities"] as const).map((name, index) => ({ key: `Alt-${index + 1}`, run: () => this.side.select(name, true) })),
    ];
    return [
      lineNumbers(), history(), drawSelection(), highlightActiveLine(), highlightActiveLineGutter(), search({ top: true }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ lang: "zh-CN", spellcheck: "false", autocorrect: "off", autocapitalize: "off", "aria-label": this.core.labels.editor }),
      EditorState.phrases.of(phrases(this.core.labels)),
      this.access.of(EditorState.readOnly.of(this.core.connection === "readonly")),
      EditorState.lineSeparator.of("\n"),
      tooltips({ parent: this.root, position: "absolute", tooltipSpace: () => this.root.getBoundingClientRect() }),
      findingsExtension, cards(this.core), completions(this.core), pasteTable,
      keymap.of([...keys, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    ];
  }

  private grip(options: Options): HTMLElement {
    const grip = el("div", { class: "g-grip", role: "presentation" });
    grip.addEventListener("pointerdown", (down) => {
      const before = this.root.getBoundingClientRect().height;
      grip.setPointerCapture(down.pointerId);
      const move = (event: PointerEvent) => {
        const height = Math.max(200, Math.round(before + event.clientY - down.clientY));
        this.root.style.setProperty("--height", `${height}px`);
        options.onHeight?.(height);
      };
      grip.addEventListener("pointermove", move);
      grip.addEventListener("pointerup", () => grip.removeEventListener("pointermove", move), { once: true });
    });
    return grip;
  }
}
