// The panels that show what the host reads in the text: its outline, its relations, its data.

import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { applyFix, jump } from "./card";
import type { Core, Tracked } from "./core";
import { el, Windowed } from "./dom";
import { findingOf, litPlaces } from "./findings";
import type { Absence, Heading, LedgerRow, Lists, PanelList, RelationRow, Span } from "./protocol";
import { renumber } from "./renumber";

const isAbsence = (row: Heading | Absence): row is Absence => "absent" in row;

/** A panel over one list; subclasses draw a row. */
abstract class ListPanel<Name extends PanelList> {
  readonly element: HTMLElement;
  private readonly empty = el("p", { class: "g-empty" });
  private readonly rows: Windowed;
  private drawn: unknown = null;
  private version = 0;

  constructor(
    protected readonly view: () => EditorView,
    protected readonly core: Core,
    readonly name: Name,
    rowHeight: number,
  ) {
    this.rows = new Windowed(rowHeight, "list", core.labels[name]);
    this.element = el("div", { class: "g-panel-body" }, this.head(), this.empty, this.rows.element);
  }

  get total(): number | undefined {
    return this.core.lists[this.name]?.rows.length;
  }

  refresh(): void {
    const list = this.core.lists[this.name];
    if (!list || list === this.drawn) return;
    this.drawn = list;
    this.version++;
    const rows = this.ordered(list.rows as Lists[Name]);
    this.empty.textContent = this.none();
    this.empty.hidden = rows.length > 0;
    this.rows.show(rows.length, String(this.version), (index) => this.row(rows[index]!, list));
  }

  /** What can be done with the whole list. */
  protected head(): HTMLElement | null {
    return null;
  }
  protected ordered(rows: Lists[Name]): Lists[Name] {
    return rows;
  }
  protected abstract none(): string;
  protected abstract row(row: Lists[Name][number], list: Tracked<unknown>): HTMLElement;

  protected go(list: Tracked<unknown>, at: Span): void {
    const [from, to] = list.at(at);
    const { length } = this.view().state.doc;
    jump(this.view(), Math.min(from, length), Math.min(to, length));
  }

  protected light(list: Tracked<unknown>, spans: readonly Span[]): void {
    const view = this.view();
    view.dispatch({ effects: litPlaces.of(spans.map((span) => list.at(span))) });
  }
}

export const RENUMBER_KEY = "Alt+R";

export class OutlinePanel extends ListPanel<"outline"> {
  private declare button: HTMLElement | undefined; // made by the constructor of the base
  constructor(view: () => EditorView, core: Core) {
    super(view, core, "outline", 30);
  }
  protected override head(): HTMLElement {
    this.button = el("button", { class: "g-button", type: "button", title: RENUMBER_KEY, click: () => void renumber(this.view(), this.core) });
    return el("div", { class: "g-chips" }, this.button);
  }
  override refresh(): void {
    if (this.button) this.button.textContent = `${this.core.labels.renumber}（${RENUMBER_KEY}）`;
    super.refresh();
  }
  protected none(): string {
    return this.core.labels.noHeadings;
  }
  protected row(row: Heading | Absence, list: Tracked<unknown>): HTMLElement {
    const indent = `padding-left:${8 + 14 * (row.level - 1)}px`;
    if (isAbsence(row)) return this.absence(row, indent);
    const [first] = row.findings;
    const finding = first === undefined ? undefined : findingOf(this.view().state, first);
    return el(
      "div",
      { class: "g-line", role: "listitem", style: indent },
      el("button", { class: "g-row-text", type: "button", title: finding?.message ?? row.title, click: () => this.go(list, row.at) }, `${row.label}${row.title}`),
      finding && el("span", { class: `g-icon g-icon-${finding.severity}`, role: "img", "aria-label": `${this.core.labels[finding.severity]}：${finding.message}` }),
    );
  }
  /** A part that is missing, in its place: a click inserts its skeleton. */
  private absence(row: Absence, indent: string): HTMLElement {
    const { labels } = this.core;
    const finding = findingOf(this.view().state, row.absent);
    const fix = finding?.fixes[0];
    return el(
      "div",
      { class: "g-line g-absent", role: "listitem", style: indent },
      el("span", { class: "g-row-text", title: finding?.message ?? row.title }, row.title),
      finding && fix && el("button", { class: "g-button", type: "button", title: fix.title, click: () => applyFix(this.view(), this.core, finding, fix) }, labels.insert),
    );
  }
}

const STATUS_SIGN = { holds: "✓", rounding: "≈", violated: "✗" } as const;
const STATUS_ORDER = { violated: 0, rounding: 1, holds: 2 } as const;

export class RelationsPanel extends ListPanel<"relations"> {
  constructor(view: () => EditorView, core: Core) {
    super(view, core, "relations", 52);
  }
  protected none(): string {
    return this.core.labels.noRelations;
  }
  protected override ordered(rows: Lists["relations"]): Lists["relations"] {
    return [...rows].sort((a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status]);
  }
  protected row(row: RelationRow, list: Tracked<unknown>): HTMLElement {
    const { labels } = this.core;
    const kind = (labels as Record<string, string>)[row.kind === "column" ? "column_" : row.kind] ?? row.kind;
    const light = () => this.light(list, row.members);
    const dark = () => this.light(list, []);
    const sub = row.status === "holds" ? kind : `${kind} · ${labels.expected} ${row.expected} · ${labels.printed} ${row.printed} · ${labels.difference} ${row.difference}`;
    return el(
      "div",
      { class: "g-row", role: "listitem", mouseenter: light, mouseleave: dark },
      el("span", { class: `g-sign g-${row.status}`, role: "img", "aria-label": labels[row.status] }, STATUS_SIGN[row.status]),
      el(
        "button",
        { class: "g-row-text", type: "button", title: row.formula, focus: light, blur: dark, click: () => { const [first] = row.members; if (first) this.go(list, first); } },
        el("span", { class: "g-row-main" }, `${row.label ? `${row.label}：` : ""}${row.formula}`),
        el("span", { class: "g-row-sub" }, sub),
      ),
    );
  }
}

export class DataPanel extends ListPanel<"quantities"> {
  private readonly next = new WeakMap<LedgerRow, number>();
  constructor(view: () => EditorView, core: Core) {
    super(view, core, "quantities", 52);
  }
  protected none(): string {
    return this.core.labels.noQuantities;
  }
  protected override ordered(rows: Lists["quantities"]): Lists["quantities"] {
    return [...rows].sort((a, b) => Number(b.conflict) - Number(a.conflict));
  }
  protected row(row: LedgerRow, list: Tracked<unknown>): HTMLElement {
    const places = row.values.flatMap((value) => value.at);
    const light = () => this.light(list, places);
    const dark = () => this.light(list, []);
    const { labels } = this.core;
    const insert = () => {
      const view = this.view();
      const text = `${/^[12][0-9]{3}$/.test(row.period) ? `${row.period}年` : row.period}${row.indicator}${row.known}`;
      if (view.state.readOnly) return;
      view.dispatch(view.state.replaceSelection(text), { userEvent: "input.gouji.fact", annotations: isolateHistory.of("full"), scrollIntoView: true });
      view.focus();
    };
    const about = [row.scope, row.period, row.basis, places.length ? `${places.length} ${labels.placesAt}` : labels.unstated].filter((each) => each !== "");
    const values = row.values.map((value) => value.printed).join(" ≠ ");
    const cycle = () => {
      if (!places.length) return insert();
      const index = this.next.get(row) ?? 0;
      this.next.set(row, (index + 1) % places.length);
      const at = places[index];
      if (at) this.go(list, at);
    };
    return el(
      "div",
      { class: `g-row${row.conflict ? " g-conflict" : ""}`, role: "listitem", mouseenter: light, mouseleave: dark },
      el(
        "button",
        { class: "g-row-text", type: "button", focus: light, blur: dark, click: cycle },
        el("span", { class: "g-row-main" }, `${row.indicator}　${values}`, row.known !== "" && el("span", { class: "g-known" }, `${labels.known} ${row.known}`)),
        el("span", { class: "g-row-sub" }, about.join(" · ")),
      ),
      places.length === 0 && el("button", { class: "g-button", type: "button", title: `${labels.insert} ${row.indicator}${row.known}`, click: insert }, labels.insert),
    );
  }
}

