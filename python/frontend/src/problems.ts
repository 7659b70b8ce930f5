// The list of findings: filters, one row each, one main action.

import type { EditorView } from "@codemirror/view";
import { applyFix, dismiss, jump } from "./card";
import type { Core } from "./core";
import { el, Windowed } from "./dom";
import { findings, placedFindings, type Placed } from "./findings";
import { showCard } from "./hover";
import type { Severity } from "./protocol";

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
const GROUPS = ["figures", "parts", "numbering", "text"] as const;

export class Problems {
  readonly element: HTMLElement;
  private readonly chips = el("div", { class: "g-chips" });
  private readonly empty = el("p", { class: "g-empty" });
  private readonly list: Windowed;
  private severity: Severity | "all" | "dismissed" = "all";
  private group: string = "all";
  private shown: Placed[] = [];
  private key = "";
  private live = 0;

  constructor(
    private readonly view: () => EditorView,
    private readonly core: Core,
  ) {
    this.list = new Windowed(58, "list", core.labels.problems);
    this.element = el("div", { class: "g-panel-body" }, this.chips, this.empty, this.list.element);
  }

  get total(): number {
    return this.live;
  }

  refresh(): void {
    const { state } = this.view();
    const value = state.field(findings);
    const all = placedFindings(state).filter(({ finding }) => value.absent || !finding.absent);
    this.live = all.filter(({ finding }) => !finding.dismissed).length;
    const kept = all.filter(({ finding }) => (this.severity === "dismissed" ? finding.dismissed : !finding.dismissed && (this.severity === "all" || finding.severity === this.severity)));
    this.shown = kept.filter(({ finding }) => this.group === "all" || finding.group === this.group);
    this.shown.sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity] || a.from - b.from);
    const key = [this.core.labels.problems, this.severity, this.group, ...this.shown.map((each) => `${each.finding.id}:${each.from}:${each.finding.dismissed}:${each.finding.message}`)].join("\n");
    if (key === this.key) return;
    this.key = key;
    this.drawChips(all);
    this.empty.textContent = this.core.labels.noFindings;
    this.empty.hidden = this.shown.length > 0;
    this.list.show(this.shown.length, key, (index) => this.row(this.shown[index]!));
  }

  private drawChips(all: readonly Placed[]): void {
    const { labels } = this.core;
    const live = all.filter(({ finding }) => !finding.dismissed);
    const chip = (label: string, count: number, pressed: boolean, press: () => void) =>
      el("button", { class: "g-chip", type: "button", "aria-pressed": String(pressed), click: () => { press(); this.refresh(); } }, `${label} ${count}`);
    const levels = (["error", "warning", "info"] as const).map((each) =>
      chip(labels[each], live.filter(({ finding }) => finding.severity === each).length, this.severity === each, () => { this.severity = this.severity === each ? "all" : each; }),
    );
    const groups = GROUPS.filter((group) => live.some(({ finding }) => finding.group === group)).map((group) =>
      chip(labels[group], live.filter(({ finding }) => finding.group === group).length, this.group === group, () => { this.group = this.group === group ? "all" : group; }),
    );
    const gone = all.length - live.length;
    const dismissed = gone || this.severity === "dismissed" ? [chip(labels.dismissed, gone, this.severity === "dismissed", () => { this.severity = this.severity === "dismissed" ? "all" : "dismissed"; })] : [];
    const root = this.chips.getRootNode() as ShadowRoot | Document;
    const focused = [...this.chips.children].indexOf(root.activeElement as Element);
    this.chips.replaceChildren(...levels, ...groups, ...dismissed);
    if (focused >= 0) (this.chips.children[focused] as HTMLElement | undefined)?.focus();
  }

  private row({ finding, from, to }: Placed): HTMLElement {
    const view = this.view();
    const { labels } = this.core;
    const open = () => {
      jump(view, from, to);
      showCard(view, finding.id);
    };
    const line = view.state.doc.lineAt(Math.min(from, view.state.doc.length)).number;
    const quoted = view.state.sliceDoc(from, Math.min(to, from + 16));
    const fix = finding.fixes.length === 1 && finding.fixes[0]!.sure ? finding.fixes[0]! : null;
    const action = finding.dismissed
      ? el("button", { class: "g-button", type: "button", click: () => dismiss(this.core, finding, false) }, labels.restore)
      : fix
        ? el("button", { class: "g-button", type: "button", title: fix.title, click: () => applyFix(view, this.core, finding, fix) }, finding.absent ? labels.insert : labels.apply)
        : el("button", { class: "g-button", type: "button", click: open }, labels.jump);
    const what = `${labels.line} ${line} · ${finding.code}${quoted ? ` · “${quoted}”` : ""}`;
    return el(
      "div",
      { class: "g-row", role: "listitem" },
      el("span", { class: `g-icon g-icon-${finding.severity}`, role: "img", "aria-label": labels[finding.severity] }),
      el("button", { class: "g-row-text", type: "button", title: finding.message, click: open, keydown: this.arrows }, el("span", { class: "g-row-main" }, finding.message), el("span", { class: "g-row-sub" }, what)),
      action,
    );
  }

  private readonly arrows = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    const row = (event.currentTarget as HTMLElement).closest<HTMLElement>("[data-row]");
    const index = Number(row?.dataset["row"] ?? 0) + (event.key === "ArrowDown" ? 1 : -1);
    if (index < 0 || index >= this.shown.length) return;
    this.list.reveal(index);
    this.list.row(index)?.querySelector<HTMLElement>(".g-row-text")?.focus();
  };
}
