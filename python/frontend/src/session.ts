// Keeps the page's text and the host's equal: edits leave as deltas, one batch at a time, and answers are carried over what was typed meanwhile.

import { ChangeSet, type ChangeDesc, type Text } from "@codemirror/state";
import { bufferOf, textOf, type Change, type Delta, type FromHost, type Span, type ToHost } from "./protocol";

/** How messages travel. `send` may throw; what it could not send counts as unanswered. */
export interface Transport {
  send(message: ToHost, buffer?: ArrayBuffer): void;
}

export type State = "connecting" | "checking" | "checked" | "busy" | "lost" | "readonly";

export interface Listener {
  /** The host's document, whole. */
  document(text: string, delta: Delta, about: { name: string; lang: string }): void;
  /** Findings at the page's current text. */
  findings(delta: Delta): void;
  state(state: State): void;
  note(text: string, level: "info" | "error"): void;
  /** The page's text now, for a host that lost it. Halves of surrogate pairs are replaced in the page first. */
  text(): Text;
}

export interface Clock {
  now(): number;
  later(milliseconds: number, run: () => void): void;
}

interface Batch {
  version: number;
  changes: ChangeSet | null; // null: the whole text
}

const BUSY_AFTER = 3000;
const LOST_AFTER = 10000;

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What replaces halves of surrogate pairs, which no file can hold, by U+FFFD; null where there are none. */
export const repair = (text: Text): ChangeSet | null => {
  const found = [...text.sliceString(0, undefined, "\n").matchAll(HALF)].map(({ index }) => ({ from: index, to: index + 1, insert: "\ufffd" }));
  return found.length ? ChangeSet.of(found, text.length) : null;
};

export const encode = (changes: ChangeSet): Change[] => {
  const encoded: Change[] = [];
  changes.iterChanges((from, to, _begin, _end, text) => encoded.push([from, to, text.sliceString(0, text.length, "\n")]));
  return encoded;
};

/** As the places of findings ride on the page's own changes; what a change touches is told anew by the host. */
const carried = (changes: ChangeDesc, [from, to]: Span): Span => [changes.mapPos(from, -1), changes.mapPos(to, -1)];

export class Session {
  private epoch = 0;
  private version = 0;
  private inflight: Batch | null = null;
  private sentAt = 0;
  private pending: ChangeSet | null = null;
  private queued: FromHost[] = [];
  private requests = new Map<number, { resolve: (found: unknown) => void; reject: (error: Error) => void }>();
  private requestNumber = 0;
  private current: State = "connecting";
  private closed = false;

  /** `hold` tells whether an input method is composing: nothing is sent or applied meanwhile. */
  constructor(
    private readonly transport: Transport,
    private readonly listener: Listener,
    private readonly hold: () => boolean,
    private readonly clock: Clock,
    private readonly me: string,
  ) {}

  get state(): State {
    return this.current;
  }

  open(): void {
    this.become("connecting");
    this.post({ t: "hello", me: this.me, proto: 1 });
    this.sentAt = this.clock.now();
    this.watch();
  }

  close(): void {
    this.closed = true;
  }

  /** Something that the user did to the text. */
  local(changes: ChangeSet): void {
    this.pending = this.pending ? this.pending.compose(changes) : changes;
    this.flush();
  }

  /** The composition has ended: what waited is done. */
  release(): void {
    const queued = this.queued;
    this.queued = [];
    for (const message of queued) this.receive(message);
    this.flush();
  }

  /** Whether the host has not yet seen all that was typed. */
  get unsent(): boolean {
    return this.pending !== null || this.inflight !== null;
  }

  /** Asks for what the host has to say by itself, on hosts that can only answer. */
  ping(): void {
    if (this.epoch) this.post({ t: "ping", e: this.epoch });
  }

  /** Asks the host; the answer's positions are those of the page's current text. */
  request<T>(name: string, args?: unknown): Promise<T> {
    const id = ++this.requestNumber;
    return new Promise<T>((resolve, reject) => {
      this.requests.set(id, { resolve: resolve as (found: unknown) => void, reject });
      this.post({ t: "req", id, e: this.epoch, name, ...(args === undefined ? {} : { args }) });
    });
  }

  receive(message: FromHost, buffer?: ArrayBuffer | DataView): void {
    if (this.closed) return;
    if (message.t === "doc") return this.start(message, buffer);
    if (message.e !== this.epoch) return; // of an older document
    if (this.hold()) {
      this.queued.push(message);
      return;
    }
    switch (message.t) {
      case "diag": this.answered(message); break;
      case "resync": this.load(); break;
      case "taken": this.become("readonly"); break;
      case "note": this.listener.note(message.text, message.level); break;
      case "error": this.listener.note(message.msg, "error"); if (message.v !== undefined) this.load(); break;
      case "pong": break;
      case "res": this.response(message); break;
    }
  }

  /** Changes that the host had not seen when it was at `version`, oldest first; null if that is no longer known. */
  unseen(version: number): ChangeDesc[] {
    const batch = this.inflight && this.inflight.version > version && this.inflight.changes ? [this.inflight.changes] : [];
    return this.pending ? [...batch, this.pending] : batch;
  }

  private start(message: FromHost & { t: "doc" }, buffer?: ArrayBuffer | DataView): void {
    if (message.me !== this.me) return;
    this.epoch = message.e;
    this.version = message.v;
    this.inflight = this.pending = null;
    this.listener.document(buffer ? textOf(buffer) : "", { ...message, full: true }, message);
    this.become("checked");
  }

  private answered(message: FromHost & { t: "diag" }): void {
    if (this.inflight && this.inflight.version <= message.v) this.inflight = null;
    const carry = (place: Span): Span => this.unseen(message.v).reduce((at, changes) => carried(changes, at), place);
    const add = message.add.map((finding) => ({ ...finding, places: finding.places.map(carry) }));
    this.listener.findings({ ...message, add });
    this.flush();
    if (!this.inflight) this.become("checked");
  }

  private response(message: FromHost & { t: "res" }): void {
    const waiting = this.requests.get(message.id);
    this.requests.delete(message.id);
    if (message.error !== undefined) waiting?.reject(new Error(message.error));
    else waiting?.resolve({ data: message.data, later: this.unseen(message.v) });
  }

  /** Sends the whole text: the host has lost count, or a message of ours was lost. */
  private load(): void {
    if (this.current === "readonly") return;
    this.pending = null;
    this.inflight = { version: ++this.version, changes: null };
    this.sentAt = this.clock.now();
    this.post({ t: "load", e: this.epoch, v: this.version }, bufferOf(this.listener.text().sliceString(0, undefined, "\n")));
    this.become("checking");
  }

  private flush(): void {
    if (!this.pending || !this.epoch || this.inflight || this.current === "readonly" || this.hold()) return;
    const changes = this.pending;
    this.pending = null;
    if (changes.empty) return;
    const before = this.version++;
    this.inflight = { version: this.version, changes };
    this.sentAt = this.clock.now();
    this.become("checking");
    this.post({ t: "edit", e: this.epoch, b: before, v: this.version, ch: encode(changes), len: changes.newLength });
  }

  private post(message: ToHost, buffer?: ArrayBuffer): void {
    try {
      this.transport.send(message, buffer);
    } catch {
      this.become("lost");
    }
  }

  private watch(): void {
    this.clock.later(1000, () => {
      if (this.closed) return;
      const waited = this.clock.now() - this.sentAt;
      if (this.current === "checking" || this.current === "busy" || this.current === "connecting") {
        if (waited >= LOST_AFTER) this.become("lost");
        else if (waited >= BUSY_AFTER && this.current === "checking") this.become("busy");
      }
      this.watch();
    });
  }

  private become(state: State): void {
    if (this.current === "readonly" && state !== "connecting" && state !== "checked") return;
    if (state === this.current) return;
    this.current = state;
    this.listener.state(state);
  }
}
