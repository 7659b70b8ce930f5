// Making elements: text is always set as text, never as markup.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** An element; attributes that are functions listen to the event of that name, and false or undefined ones are left out. */
export const el = <Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "style") made.style.cssText = String(value); // the attribute is refused where a page allows no inline styles
    else if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) made.append(child);
  return made;
};

/** A list of which only the rows in sight exist; all rows are of one height. */
export class Windowed {
  readonly element: HTMLElement;
  private readonly body = el("div", { class: "g-window" });
  private count = 0;
  private make: (index: number) => HTMLElement = () => el("div");
  private key = "";

  constructor(
    private readonly rowHeight: number,
    role: string,
    label: string,
  ) {
    this.element = el("div", { class: "g-scroll", role, "aria-label": label, tabindex: "0", scroll: () => this.draw(false) }, this.body);
  }

  /** Shows `count` rows; nothing is redrawn while `key` stays the same. */
  show(count: number, key: string, make: (index: number) => HTMLElement): void {
    if (key === this.key) return;
    this.key = key;
    this.count = count;
    this.make = make;
    this.body.style.height = `${count * this.rowHeight}px`;
    this.draw(true);
  }

  reveal(index: number): void {
    const top = index * this.rowHeight;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + this.rowHeight > scrollTop + clientHeight) this.element.scrollTop = top + this.rowHeight - clientHeight;
    this.draw(false);
  }

  row(index: number): HTMLElement | null {
    return this.body.querySelector<HTMLElement>(`[data-row="${index}"]`);
  }

  private first = -1;
  private last = -1;

  private draw(anew: boolean): void {
    const height = this.element.clientHeight || 400;
    const first = Math.max(0, Math.floor(this.element.scrollTop / this.rowHeight) - 4);
    const last = Math.min(this.count, Math.ceil((this.element.scrollTop + height) / this.rowHeight) + 4);
    if (!anew && first === this.first && last === this.last) return;
    const root = this.body.getRootNode() as ShadowRoot | Document;
    const focused = root.activeElement instanceof HTMLElement ? root.activeElement.closest<HTMLElement>("[data-row]")?.dataset["row"] : undefined;
    [this.first, this.last] = [first, last];
    const rows: HTMLElement[] = [];
    for (let index = first; index < last; index++) {
      const row = this.make(index);
      row.dataset["row"] = String(index);
      row.style.top = `${index * this.rowHeight}px`;
      row.style.height = `${this.rowHeight}px`;
      rows.push(row);
    }
    this.body.replaceChildren(...rows);
    if (focused !== undefined) this.row(Number(focused))?.focus({ preventScroll: true });
  }
}
