// One document of the page: its session with the host and a canonical state, shared by any number of views.

import { Annotation, EditorState, Transaction, type ChangeDesc, type Text, type TransactionSpec } from "@codemirror/state";
import { findings, showFindings } from "./findings";
import { labels, type Labels } from "./labels";
import type { Counts, Coverage, Delta, ListName, Lists, Span } from "./protocol";
import { Session, repair, type State, type Transport } from "./session";

/** Marks a transaction that repeats in one view what was done in another. */
export const foreign = Annotation.define<boolean>();

export interface View {
  readonly composing: boolean;
  repeat(spec: TransactionSpec): void;
  reset(state: EditorState): void;
  /** Something beside the text has changed: counts, state, a list, a note. */
  refresh(): void;
}

/** A list from the host whose positions are carried along with the text until the next one comes. */
export class Tracked<T> {
  private readonly changes: ChangeDesc[];
  constructor(
    readonly rows: readonly T[],
    later: ChangeDesc[],
  ) {
    this.changes = [...later];
  }
  follow(changes: ChangeDesc): void {
    const last = this.changes.pop();
    this.changes.push(last ? last.composeDesc(changes) : changes);
  }
  at([from, to]: Span): Span {
    for (const changes of this.changes) {
      from = changes.mapPos(from, 1);
      to = Math.max(from, changes.mapPos(to, -1));
    }
    return [from, to];
  }
}

const NO_COUNTS: Counts = { error: 0, warning: 0, info: 0, dismissed: 0 };
const PULL_AFTER = 250;
const OFFERS_UP_TO = 60_000; // characters: in a longer text, known values are fetched when they are asked for

const clock = { now: () => performance.now(), later: (ms: number, run: () => void) => void setTimeout(run, ms) };

export class Core {
  state = EditorState.create({ extensions: [findings] });
  counts = NO_COUNTS;
  name = "";
  coverage: Coverage | null = null;
  labels: Labels = labels("zh");
  note: { text: string; level: "info" | "error" } | null = null;
  readonly lists: { [Name in ListName]?: Tracked<Lists[Name][number]> } = {};
  readonly session: Session;
  private readonly views = new Set<View>();
  private readonly wanted = new Set<ListName>();
  private readonly stale = new Set<ListName>();
  private pulling = false;
  private typedAt = -Infinity;

  constructor(transport: Transport, me: string = crypto.randomUUID()) {
    this.session = new Session(
      transport,
      {
        document: (text, delta, about) => this.opened(text, delta, about),
        findings: (delta) => this.found(delta),
        state: () => this.refresh(),
        note: (text, level) => this.tell(text, level),
        text: () => this.repaired(),
      },
      () => [...this.views].some((view) => view.composing),
      clock,
      me,
    );
  }

  get connection(): State {
    return this.session.state;
  }

  add(view: View): void {
    this.views.add(view);
  }

  remove(view: View): void {
    this.views.delete(view);
  }

  /** What a view has done; it has applied it already. */
  local(view: View, transaction: Transaction): void {
    if (!transaction.docChanged || transaction.annotation(foreign)) return;
    if (this.note?.level === "info") this.note = null;   // 已保存 is said of the text before
    this.typedAt = clock.now();
    this.follow(transaction.changes, { changes: transaction.changes });
    for (const other of this.views) {
      if (other !== view) other.repeat({ changes: transaction.changes, annotations: [foreign.of(true), Transaction.addToHistory.of(false)] });
    }
    this.session.local(transaction.changes);
  }

  /** A panel is looked at: its list is fetched now and whenever it has changed, until `unwatch`. */
  watch(name: ListName): void {
    this.wanted.add(name);
    if (!this.lists[name] || this.stale.has(name)) this.pull();
  }

  unwatch(name: ListName): void {
    this.wanted.delete(name);
  }

  /** A list as it is now; undefined where the host cannot be asked. */
  async fetch<Name extends ListName>(name: Name): Promise<readonly Lists[Name][number][] | undefined> {
    if (!this.lists[name] || this.stale.has(name)) {
      this.stale.delete(name);
      try {
        await this.take(name);
      } catch {
        this.stale.add(name);
      }
    }
    return this.lists[name]?.rows as readonly Lists[Name][number][] | undefined;
  }

  private async take(name: ListName): Promise<void> {
    const { data, later } = await this.session.request<{ data: Lists[ListName]; later: ChangeDesc[] }>(name);
    this.lists[name] = new Tracked<never>(data as never[], later) as never;
  }

  tell(text: string, level: "info" | "error"): void {
    this.note = { text, level };
    this.refresh();
  }

  async ask(name: string, args?: unknown): Promise<unknown> {
    try {
      const { data } = await this.session.request<{ data: unknown }>(name, args);
      return data;
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error), "error");
      return undefined;
    }
  }

  private repaired(): Text {
    const changes = repair(this.state.doc);
    if (changes) {
      this.follow(changes, { changes });
      for (const view of this.views) view.repeat({ changes, annotations: [foreign.of(true), Transaction.addToHistory.of(false)] });
    }
    return this.state.doc;
  }

  private opened(text: string, delta: Delta, about: { name: string; lang: string }): void {
    this.labels = labels(about.lang);
    this.name = about.name;
    this.state = EditorState.create({ doc: text, extensions: [findings] });
    this.follow(null, { effects: showFindings.of(delta) });
    this.counts = delta.n;
    if (text.length <= OFFERS_UP_TO) this.wanted.add("values");
    else this.wanted.delete("values");
    this.outdate();
    for (const view of this.views) view.reset(this.state);
  }

  private found(delta: Delta): void {
    this.counts = delta.n;
    this.follow(null, { effects: showFindings.of(delta) });
    for (const view of this.views) view.repeat({ effects: showFindings.of(delta), annotations: foreign.of(true) });
    this.outdate();
    this.refresh();
  }

  private follow(changes: ChangeDesc | null, spec: TransactionSpec): void {
    this.state = this.state.update(spec).state;
    if (!changes) return;
    for (const list of Object.values(this.lists)) list?.follow(changes);
  }

  private outdate(): void {
    for (const name of ["outline", "relations", "quantities", "values"] as const) this.stale.add(name);
    this.pull();
  }

  /** Fetches the lists that are wanted when the writer pauses: what is read of the whole text must not hold up the next key. */
  private pull(): void {
    if (this.pulling) return;
    this.pulling = true;
    this.pullAfter(this.coverage ? PULL_AFTER : 0);
  }

  private pullAfter(milliseconds: number): void {
    clock.later(milliseconds, async () => {
      const wait = this.typedAt + PULL_AFTER - clock.now();
      if (wait > 0) return this.pullAfter(wait);
      await this.pullCoverage();
      const names = [...this.wanted].filter((name) => this.stale.has(name) || !this.lists[name]);
      for (const name of names) {
        this.stale.delete(name);
        try {
          await this.take(name);
        } catch {
          this.stale.add(name);
          break;
        }
      }
      this.pulling = false;
      this.refresh();
      if ([...this.wanted].some((name) => this.stale.has(name)) && this.connection === "checked" && names.length) this.pull();
    });
  }

  private async pullCoverage(): Promise<void> {
    try {
      this.coverage = (await this.session.request<{ data: Coverage }>("coverage")).data;
    } catch {
      this.coverage = null;
    }
  }

  private refresh(): void {
    for (const view of this.views) view.refresh();
  }
}
