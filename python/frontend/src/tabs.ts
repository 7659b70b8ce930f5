// The side: four panels behind tabs, of which only the one in sight is drawn and asks for its list.

import type { Core } from "./core";
import { el } from "./dom";
import type { PanelList } from "./protocol";

export type PanelName = "problems" | PanelList;
export interface Panel {
  readonly element: HTMLElement;
  /** How many rows there are to look at; not known before the panel was first looked at. */
  readonly total?: number | undefined;
  refresh(): void;
}

let made = 0;

export class SidePanels {
  readonly element: HTMLElement;
  private readonly tabs = new Map<PanelName, HTMLElement>();
  private readonly bodies = new Map<PanelName, HTMLElement>();
  private active: PanelName = "problems";

  constructor(
    private readonly core: Core,
    private readonly panels: Record<PanelName, Panel>,
  ) {
    const prefix = `gouji-${++made}`;
    const names = Object.keys(panels) as PanelName[];
    const list = el("div", { class: "g-tabs", role: "tablist", "aria-label": core.labels.side, keydown: this.arrows });
    this.element = el("div", { class: "g-side", role: "group", "aria-label": core.labels.side }, list);
    for (const name of names) {
      const tab = el("button", { class: "g-tab", type: "button", role: "tab", id: `${prefix}-tab-${name}`, "aria-controls": `${prefix}-${name}`, click: () => this.select(name) });
      const body = el("div", { class: "g-panel", role: "tabpanel", id: `${prefix}-${name}`, "aria-labelledby": `${prefix}-tab-${name}` }, panels[name].element);
      this.tabs.set(name, tab);
      this.bodies.set(name, body);
      list.append(tab);
      this.element.append(body);
    }
    this.select("problems");
  }

  select(name: PanelName, focus = false): boolean {
    if (name !== this.active) this.close();
    this.active = name;
    if (name !== "problems") this.core.watch(name);
    for (const [each, tab] of this.tabs) {
      tab.setAttribute("aria-selected", String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
      this.bodies.get(each)!.hidden = each !== name;
    }
    if (focus) this.tabs.get(name)!.focus();
    this.refresh();
    return true;
  }

  close(): void {
    if (this.active !== "problems") this.core.unwatch(this.active);
  }

  refresh(): void {
    const { labels } = this.core;
    this.panels[this.active].refresh();
    for (const [name, tab] of this.tabs) {
      const { total } = this.panels[name];
      const text = `${labels[name]}|${total ?? ""}`;
      if (tab.dataset["shown"] === text) continue;
      tab.dataset["shown"] = text;
      tab.replaceChildren(labels[name], ...(total === undefined ? [] : [el("span", { class: "g-badge" }, String(total))]));
    }
  }

  private readonly arrows = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || (event.key !== "ArrowRight" && event.key !== "ArrowLeft")) return;
    event.preventDefault();
    const names = [...this.tabs.keys()];
    const index = (names.indexOf(this.active) + (event.key === "ArrowRight" ? 1 : names.length - 1)) % names.length;
    this.select(names[index]!, true);
  };
}
