// The bar below the text: counts, place, coverage, state, and the actions for the whole document.

import type { EditorView } from "@codemirror/view";
import type { Core } from "./core";
import { el } from "./dom";
import { findings } from "./findings";

export interface Actions {
  save(): void;
  panel(): void;
  absent(): void;
  composing(): boolean;
}

const ANNOUNCE_AFTER = 2000;

export class StatusBar {
  readonly element: HTMLElement;
  private readonly counts = el("span", { class: "g-counts" });
  private readonly place = el("span");
  private readonly coverage = el("span", { class: "g-wide" });
  private readonly length = el("span", { class: "g-wide" });
  private readonly state = el("span", { class: "g-state" });
  private readonly note = el("span", { class: "g-spring", role: "status" });
  private readonly live = el("span", { class: "g-live", "aria-live": "polite" });
  private readonly whole = el("button", { class: "g-button", type: "button", click: () => this.actions.absent() });
  private readonly save = el("button", { class: "g-button", type: "button", title: "Ctrl+S", click: () => this.actions.save() });
  private readonly panel = el("button", { class: "g-button", type: "button", click: () => this.actions.panel() });
  private announced = "";
  private waiting = false;

  constructor(
    private readonly view: () => EditorView,
    private readonly core: Core,
    private readonly actions: Actions,
  ) {
    this.element = el("div", { class: "g-bar" }, this.counts, this.place, this.length, this.coverage, this.note, this.state, this.whole, this.save, this.panel, this.live);
  }

  refresh(): void {
    const { counts, coverage, labels, connection, note } = this.core;
    const { doc, selection } = this.view().state;
    const line = doc.lineAt(selection.main.head);
    set(this.counts, `× ${counts.error}　! ${counts.warning}　i ${counts.info}`);
    this.counts.title = `${labels.error} ${counts.error}，${labels.warning} ${counts.warning}，${labels.info} ${counts.info}`;
    set(this.place, `${labels.line} ${line.number}，${labels.column} ${selection.main.head - line.from + 1}`);
    set(this.length, `${doc.length} ${labels.characters}`);
    set(this.coverage, coverage ? `${labels.covered} ${coverage.related} ${labels.of} ${coverage.quantities} ${labels.quantitiesUnit}` : "");
    this.coverage.title = coverage?.profile ?? "";
    set(this.state, this.actions.composing() ? labels.composing : labels[connection]);
    this.state.dataset["state"] = connection;
    set(this.note, note?.text ?? "");
    this.note.classList.toggle("g-bad", note?.level === "error");
    set(this.whole, this.view().state.field(findings).absent ? labels.hideAbsent : labels.checkAll);
    set(this.save, labels.save);
    set(this.panel, labels.panel);
    this.announce(this.counts.title);
  }

  private announce(text: string): void {
    if (text === this.announced || this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.announced = this.counts.title;
      set(this.live, this.announced);
    }, ANNOUNCE_AFTER);
  }
}

const set = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};
